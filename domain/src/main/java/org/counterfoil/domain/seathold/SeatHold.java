package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.InventorySnapshot.PlacedHold;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/**
 * The state of one hold that is recorded as placed; it may be over already, see {@link #isOverAt}.
 * Of one that has ended its id and how it ended are kept, and nothing else.
 */
public final class SeatHold {

  private final HoldId id;
  private final SalesChannel channel;
  private final int priceListVersion;
  private final Instant placedAt;
  private final List<HeldSeat> seats;
  private final List<HeldArea> areas;
  Instant expiresAt;
  boolean isExtended;
  @Nullable OrderId orderId;

  SeatHold(
      HoldId id,
      SalesChannel channel,
      int priceListVersion,
      List<HeldSeat> seats,
      List<HeldArea> areas,
      Instant placedAt,
      Instant expiresAt) {
    this.id = id;
    this.channel = channel;
    this.priceListVersion = priceListVersion;
    this.seats = seats;
    this.areas = areas;
    this.placedAt = placedAt;
    this.expiresAt = expiresAt;
  }

  public HoldId id() {
    return id;
  }

  public SalesChannel channel() {
    return channel;
  }

  /** The version of the price list whose prices it was offered. */
  public int priceListVersion() {
    return priceListVersion;
  }

  public List<HeldSeat> seats() {
    return seats;
  }

  public List<HeldArea> areas() {
    return areas;
  }

  /** When it was placed; the prices offered then are kept. */
  public Instant placedAt() {
    return placedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** The order that was placed for it, if any. */
  public @Nullable OrderId orderId() {
    return orderId;
  }

  /** Whether its time is over: from {@code expiresAt} on, recorded or not. */
  public boolean isOverAt(Instant now) {
    return !now.isBefore(expiresAt);
  }

  PlacedHold copy() {
    return new PlacedHold(
        id,
        channel,
        priceListVersion,
        seats.stream().map(HeldSeat::index).toList(),
        areas,
        placedAt,
        expiresAt,
        isExtended,
        orderId);
  }

  static SeatHold of(PlacedHold copy, SeatingPlan plan) {
    SeatHold hold =
        new SeatHold(
            copy.holdId(),
            copy.channel(),
            copy.priceListVersion(),
            copy.seats().stream().map(index -> seat(index, plan.seat(index))).toList(),
            copy.areas(),
            copy.placedAt(),
            copy.expiresAt());
    hold.isExtended = copy.isExtended();
    hold.orderId = copy.orderId();
    return hold;
  }

  private static HeldSeat seat(int index, PlanSeat seat) {
    return new HeldSeat(index, seat.id(), seat.zone());
  }
}
