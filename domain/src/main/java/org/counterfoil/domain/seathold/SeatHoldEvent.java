package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of a seat hold: placed, then sold, released or expired; nothing else ends
 * it. All stand in the performance's stream, where seats are decided.
 */
public sealed interface SeatHoldEvent extends Event {

  PerformanceId performanceId();

  HoldId holdId();

  /**
   * Places are kept for one buyer.
   *
   * @param expiresAt when it is over by itself
   * @param priceListVersion the version whose prices were offered, and stay
   * @param isLimitOverridden whether staff went over the limit of places per hold or per buyer
   * @param buyer tells the buyer from others, where anybody vouched for who it is; new in 2
   * @param admission the admission token that it burnt, where one was needed; new in 2
   * @param areas which tell since revision 3 what they are drawn from
   * @param presaleCode the presale code that opened the sale for it, where one did; new in 2
   */
  @EventType(name = "seat-hold.placed", revision = 3)
  record HoldPlaced(
      PerformanceId performanceId,
      HoldId holdId,
      List<HeldSeat> seats,
      List<HeldArea> areas,
      Instant expiresAt,
      int priceListVersion,
      SalesChannel channel,
      boolean isLimitOverridden,
      @Nullable BuyerMark buyer,
      @Nullable AdmissionId admission,
      @Nullable PresaleCodeMark presaleCode)
      implements SeatHoldEvent {
    public HoldPlaced {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }

    /** The same hold, which counts for a presale code. */
    public HoldPlaced openedBy(@Nullable PresaleCodeMark code) {
      return new HoldPlaced(
          performanceId,
          holdId,
          seats,
          areas,
          expiresAt,
          priceListVersion,
          channel,
          isLimitOverridden,
          buyer,
          admission,
          code);
    }
  }

  /** The buyer asked for more time, once. */
  @EventType(name = "seat-hold.extended", revision = 1)
  record HoldExtended(PerformanceId performanceId, HoldId holdId, Instant expiresAt)
      implements SeatHoldEvent {}

  /**
   * An order was placed for it; its end moves once, so that there is time to pay.
   *
   * @param priceTypes what its places are ordered at, for quotas; new in 2
   */
  @EventType(name = "seat-hold.ordered", revision = 2)
  record HoldOrdered(
      PerformanceId performanceId,
      HoldId holdId,
      OrderId orderId,
      Instant expiresAt,
      List<PricedPlaces> priceTypes)
      implements SeatHoldEvent {
    public HoldOrdered {
      priceTypes = List.copyOf(priceTypes);
    }
  }

  /** It ended sold: its places became tickets. */
  @EventType(name = "seat-hold.sold", revision = 2)
  record HoldSold(
      PerformanceId performanceId,
      HoldId holdId,
      OrderId orderId,
      Currency currency,
      List<IssuedTicket> tickets)
      implements SeatHoldEvent {
    public HoldSold {
      tickets = List.copyOf(tickets);
    }
  }

  /** It ended because it was given back. */
  @EventType(name = "seat-hold.released", revision = 1)
  record HoldReleased(PerformanceId performanceId, HoldId holdId, @Nullable OrderId orderId)
      implements SeatHoldEvent {}

  /** It ended because its time was over. */
  @EventType(name = "seat-hold.expired", revision = 1)
  record HoldExpired(PerformanceId performanceId, HoldId holdId, @Nullable OrderId orderId)
      implements SeatHoldEvent {}
}
