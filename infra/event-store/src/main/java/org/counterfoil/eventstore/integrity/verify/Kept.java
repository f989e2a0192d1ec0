package org.counterfoil.eventstore.integrity.verify;

import java.util.Comparator;
import java.util.List;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;

/**
 * What whoever checks has kept out of the reach of the database's owner.
 *
 * @param keys the public keys that may have signed; where there are none, signatures are compared
 *     with the keys in the database, which proves no more than that they fit
 * @param notes checkpoints that were given out, as they were
 */
public record Kept(List<VerifierKey> keys, List<SignedNote> notes) {

  /** Nothing: the database is compared with itself. */
  public static final Kept NOTHING = new Kept(List.of(), List.of());

  public Kept {
    keys = List.copyOf(keys);
    notes =
        notes.stream()
            .sorted(Comparator.comparingLong(note -> Checkpoint.parse(note.text()).size()))
            .toList();
  }
}
