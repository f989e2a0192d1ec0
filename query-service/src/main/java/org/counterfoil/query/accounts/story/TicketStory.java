package org.counterfoil.query.accounts.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a ticket's money, from its order to the last entry.
 *
 * @param issuedPosition of the event that sold it: what its proof proves
 * @param refundedMinor what went back of its price
 * @param steps the operations of its order and of its performance, in order
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
    List<Step> steps) {

  /** One operation. */
  public record Step(
      String kind, long number, @Nullable Long entryNumber, Instant recordedAt, long position) {}
}
