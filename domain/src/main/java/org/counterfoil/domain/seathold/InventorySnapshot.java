package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a {@link SeatInventory} at one moment, so that a restart need not replay every event.
 *
 * @param soldSeats the indexes of sold seats as a little-endian bit set, base64
 * @param holds every hold, ended ones without their places, in the order they were placed
 */
public record InventorySnapshot(
    int seatCount,
    String soldSeats,
    List<AreaSold> areas,
    List<HoldCopy> holds,
    int lastTicketNumber) {

  /** Places sold in an area. */
  public record AreaSold(AreaName area, int sold) {}

  /** A copy of one hold. */
  public record HoldCopy(
      HoldId holdId,
      SalesChannel channel,
      int priceListVersion,
      HoldStatus status,
      List<HeldSeat> seats,
      List<HeldArea> areas,
      Instant placedAt,
      Instant expiresAt,
      boolean isExtended,
      @Nullable OrderId orderId) {}
}
