package org.counterfoil.query.accounts.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a ticket, from its seat hold to the last entry.
 *
 * @param issuedPosition of the event that sold it: what its proof proves
 * @param refundedMinor what went back of its price
 * @param steps the events of its hold, of its order and of its performance, in order
 * @param proof that the event which sold it is in the log; missing for the seconds until that is
 *     signed for
 */
public record TicketStory(
    UUID ticketId,
    int ticketNumber,
    UUID performanceId,
    UUID orderId,
    String title,
    Instant startsAt,
    String timeZone,
    String zone,
    String priceTypeName,
    String taxRate,
    String currency,
    long grossMinor,
    long taxMinor,
    long refundedMinor,
    long issuedPosition,
    List<Step> steps,
    @Nullable Proof proof) {

  /**
   * An event, and what was booked of it.
   *
   * @param event its stored name, such as {@code seat-hold.placed}
   * @param operation the number of its operation, where it is one
   * @param kind what sort of operation that is
   * @param otherOrderId of another performance, that its ticket was exchanged for or from
   */
  public record Step(
      String event,
      Instant recordedAt,
      long position,
      @Nullable Long operation,
      @Nullable String kind,
      @Nullable Long entryNumber,
      @Nullable UUID otherOrderId) {}

  /**
   * The way from the event to the root of a checkpoint (RFC 9162, 2.1.3).
   *
   * @param leaf the event's hash, base64
   * @param hashes from the leaf up, base64
   * @param isSound whether the way, walked now, ends at the root
   */
  public record Proof(
      long treeSize,
      String root,
      String leaf,
      List<String> hashes,
      boolean isSound,
      Instant signedAt,
      String note) {}

  TicketStory with(List<Step> all, @Nullable Proof found) {
    return new TicketStory(
        ticketId,
        ticketNumber,
        performanceId,
        orderId,
        title,
        startsAt,
        timeZone,
        zone,
        priceTypeName,
        taxRate,
        currency,
        grossMinor,
        taxMinor,
        refundedMinor,
        issuedPosition,
        all,
        found);
  }
}
