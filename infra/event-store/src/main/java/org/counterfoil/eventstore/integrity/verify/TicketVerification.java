package org.counterfoil.eventstore.integrity.verify;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.SignedNote;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.proof.TicketProof;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.ProofCheck;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import tools.jackson.core.JacksonException;

/** Checks a ticket's proof with nothing but itself and the public key. */
public final class TicketVerification {

  private TicketVerification() {}

  /**
   * What the proof proves.
   *
   * @param recordedAt when the sale was recorded, as the event says (RFC 3339)
   * @param ticket as it was sold: its number, seat and price
   */
  public record ProvenSale(String recordedAt, IssuedTicket ticket) {}

  /**
   * Checks it.
   *
   * @param keys the public keys that may have signed, from somewhere else than the proof
   * @throws IllegalArgumentException where anything is not as it must be; the message says what
   */
  public static ProvenSale check(TicketProof proof, List<VerifierKey> keys) {
    require(TicketProof.FORMAT.equals(proof.format()), "the format " + TicketProof.FORMAT);
    SignedNote note = SignedNote.parse(proof.checkpoint());
    require(note.isSignedByOneOf(keys), "a checkpoint that the given key has signed");
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    require(
        keys.stream().anyMatch(key -> key.name().equals(checkpoint.origin())),
        "a checkpoint of the log that the key is named after");
    require(checkpoint.size() == proof.treeSize(), "the size of the checkpoint");
    byte[] entry = Base64.getDecoder().decode(proof.entry());
    require(
        ProofCheck.isIncluded(
            NodeHash.of(new TreeHasher().leaf(entry)),
            proof.position(),
            proof.treeSize(),
            proof.hashes().stream().map(NodeHash::ofBase64).toList(),
            checkpoint.root()),
        "an entry that is in the log at position " + proof.position());
    return sale(entry, proof.ticketId());
  }

  private static ProvenSale sale(byte[] entry, UUID ticketId) {
    try {
      Envelope envelope = EventCodec.domain().decode(entry);
      require(envelope.payload() instanceof HoldSold, "an event that sold tickets");
      IssuedTicket ticket =
          ((HoldSold) envelope.payload())
              .tickets().stream()
                  .filter(issued -> issued.ticket().ticketId().value().equals(ticketId))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Expected the entry to name the ticket, but it does not"));
      return new ProvenSale(envelope.recordedAt().toString(), ticket);
    } catch (UnknownEventName | JacksonException unreadable) {
      throw new IllegalArgumentException(
          "Expected an entry that can be read, but it cannot", unreadable);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("Expected " + what + ", but it is not");
    }
  }
}
