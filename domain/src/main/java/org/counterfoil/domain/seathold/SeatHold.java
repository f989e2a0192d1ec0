package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.InventorySnapshot.HoldCopy;
import org.jspecify.annotations.Nullable;

/** The state of one hold. Its places are dropped when it ends, so that ended holds are cheap. */
public final class SeatHold {

  private final HoldId id;
  private final SalesChannel channel;
  private final int priceListVersion;
  private final Instant placedAt;
  HoldStatus status = HoldStatus.PLACED;
  List<HeldSeat> seats;
  List<HeldArea> areas;
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

  /** As recorded; a placed hold may be over already, see {@link #isOverAt}. */
  public HoldStatus status() {
    return status;
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

  /** Whether it keeps its places at this moment. */
  public boolean isLiveAt(Instant now) {
    return status == HoldStatus.PLACED && !isOverAt(now);
  }

  HoldCopy copy() {
    return new HoldCopy(
        id,
        channel,
        priceListVersion,
        status,
        seats,
        areas,
        placedAt,
        expiresAt,
        isExtended,
        orderId);
  }

  static SeatHold of(HoldCopy copy) {
    SeatHold hold =
        new SeatHold(
            copy.holdId(),
            copy.channel(),
            copy.priceListVersion(),
            copy.seats(),
            copy.areas(),
            copy.placedAt(),
            copy.expiresAt());
    hold.status = copy.status();
    hold.isExtended = copy.isExtended();
    hold.orderId = copy.orderId();
    return hold;
  }

  void end(HoldStatus how) {
    status = how;
    seats = List.of();
    areas = List.of();
  }
}
