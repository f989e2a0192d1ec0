package org.counterfoil.eventstore.snapshot;

import java.util.function.Supplier;

/**
 * Makes an aggregate's root a snapshot's bytes, and back. One per stream type; streams of a type
 * without one are loaded from their events alone.
 *
 * @param <T> the aggregate's root as Axon holds it
 */
public interface SnapshotCodec<T> {

  /** The stream type, such as {@code performance}. */
  String streamType();

  /** The root's class. */
  Class<T> rootType();

  /** Counts changes of the state's form; snapshots of another version are ignored. */
  int stateVersion();

  /**
   * Copies what the root holds now, quickly; the bytes are made when the copy is asked for them, on
   * any thread, whatever has become of the root.
   */
  Supplier<byte[]> copy(T root);

  T decode(byte[] content);
}
