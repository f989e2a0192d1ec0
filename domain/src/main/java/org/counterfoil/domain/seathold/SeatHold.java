package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PresaleCodeMark;
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
  private final @Nullable BuyerMark buyer;
  private final @Nullable PresaleCodeMark presaleCode;
  Instant expiresAt;
  boolean isExtended;
  @Nullable OrderId orderId;
  List<PricedPlaces> ordered = List.of();

  SeatHold(
      HoldId id,
      SalesChannel channel,
      int priceListVersion,
      List<HeldSeat> seats,
      List<HeldArea> areas,
      Instant placedAt,
      Instant expiresAt,
      @Nullable BuyerMark buyer,
      @Nullable PresaleCodeMark presaleCode) {
    this.id = id;
    this.channel = channel;
    this.priceListVersion = priceListVersion;
    this.seats = seats;
    this.areas = areas;
    this.placedAt = placedAt;
    this.expiresAt = expiresAt;
    this.buyer = buyer;
    this.presaleCode = presaleCode;
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

  /** How many places it keeps. */
  public int placeCount() {
    return seats.size() + areas.stream().mapToInt(HeldArea::quantity).sum();
  }

  /** Tells its buyer from others, where anybody vouched for who it is. */
  public @Nullable BuyerMark buyer() {
    return buyer;
  }

  /** The presale code that opened the sale for it, where one did. */
  public @Nullable PresaleCodeMark presaleCode() {
    return presaleCode;
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
        orderId,
        ordered,
        buyer,
        presaleCode);
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
            copy.expiresAt(),
            copy.buyer(),
            copy.presaleCode());
    hold.isExtended = copy.isExtended();
    hold.orderId = copy.orderId();
    hold.ordered = copy.ordered();
    return hold;
  }

  private static HeldSeat seat(int index, PlanSeat seat) {
    return new HeldSeat(index, seat.id(), seat.zone());
  }
}
