package org.counterfoil.eventstore.integrity.proof;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a ticket was sold, so that it can be checked years later with nothing but this and the
 * public key: the event that sold it, its place in the log, and the way from it to a signed root.
 *
 * @param format {@link #FORMAT}
 * @param ticketId the ticket, which is named in the entry
 * @param position of the entry in the log, from 0
 * @param entry the exact bytes of the event, base64 (RFC 4648)
 * @param treeSize of the checkpoint
 * @param hashes the inclusion proof (RFC 9162, 2.1.3), base64 each, from the entry up
 * @param checkpoint the signed note (C2SP tlog-checkpoint)
 * @param keys that have signed in this log, to tell which one to ask for; not to be believed
 */
public record TicketProof(
    String format,
    UUID ticketId,
    long position,
    String entry,
    long treeSize,
    List<String> hashes,
    String checkpoint,
    List<PublishedKey> keys) {

  /** What it is, and in which form. */
  public static final String FORMAT = "counterfoil.org/ticket-proof/v1";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public TicketProof {
    hashes = List.copyOf(hashes);
    keys = List.copyOf(keys);
  }

  /** Puts it together. */
  public static TicketProof of(
      UUID ticketId,
      long position,
      byte[] entry,
      List<NodeHash> hashes,
      SignedCheckpoint checkpoint,
      List<VerifierKey> keys) {
    return new TicketProof(
        FORMAT,
        ticketId,
        position,
        Base64.getEncoder().encodeToString(entry),
        checkpoint.checkpoint().size(),
        hashes.stream().map(NodeHash::base64).toList(),
        checkpoint.note(),
        keys.stream().map(PublishedKey::of).toList());
  }

  /**
   * Reads the JSON that {@code GET /tickets/{id}/proof} answers.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static TicketProof parse(String json) {
    try {
      return JSON.readValue(json, TicketProof.class);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "Expected a ticket's proof in JSON, but it is none", broken);
    }
  }

  /** As JSON. */
  public String json() {
    return JSON.writeValueAsString(this);
  }
}
