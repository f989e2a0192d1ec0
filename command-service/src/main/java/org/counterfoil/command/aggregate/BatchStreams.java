package org.counterfoil.command.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What is known, in one unit of work, about the streams its commands name: their last sequence in
 * the store when it began. Spares a failing read for every stream that does not exist yet.
 */
public final class BatchStreams {

  private static final String KEY = BatchStreams.class.getName();
  private static final long ABSENT = -1;

  private final Map<UUID, Long> lastSequences;

  private BatchStreams(Map<UUID, Long> lastSequences) {
    this.lastSequences = new HashMap<>(lastSequences);
  }

  /** Tells the unit of work what was read. A stream that does not exist has -1. */
  public static void put(UnitOfWork<?> root, Map<UUID, Long> lastSequences) {
    root.resources().put(KEY, new BatchStreams(lastSequences));
  }

  static boolean isAbsent(UnitOfWork<?> unitOfWork, UUID stream) {
    BatchStreams known = unitOfWork.root().getResource(KEY);
    return known != null && known.lastSequences.getOrDefault(stream, ABSENT + 1) == ABSENT;
  }

  static void created(UnitOfWork<?> unitOfWork, UUID stream) {
    BatchStreams known = unitOfWork.root().getResource(KEY);
    if (known != null) {
      known.lastSequences.put(stream, ABSENT + 1);
    }
  }
}
