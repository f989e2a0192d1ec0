package org.counterfoil.eventstore.integrity.checkpoint;

import java.time.Instant;

/**
 * A checkpoint as it was signed and stored.
 *
 * @param note the whole note, which {@link SignedNote#parse} reads
 * @param signedAt by the clock of the process that signed it; the note itself tells no time
 */
public record SignedCheckpoint(Checkpoint checkpoint, String note, Instant signedAt) {

  /** Reads the stored note. */
  static SignedCheckpoint of(String note, Instant signedAt) {
    return new SignedCheckpoint(Checkpoint.parse(SignedNote.parse(note).text()), note, signedAt);
  }
}
