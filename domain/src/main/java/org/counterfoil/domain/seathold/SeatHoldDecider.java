package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExtendHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseAllHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;

/** Decides about seat holds, inside the performance's consistency boundary. */
public final class SeatHoldDecider
    implements Decider<SeatHoldCommand, PerformanceSeats, SeatHoldEvent> {

  @Override
  public Decision<SeatHoldEvent> decide(
      SeatHoldCommand command, PerformanceSeats state, Instant now) {
    if (!state.performance().exists()) {
      return Decision.reject(
          SeatHoldRejection.UNKNOWN_PERFORMANCE,
          "Expected a performance, but there is none with id " + command.performanceId());
    }
    return switch (command) {
      case PlaceHold place -> new HoldPlacing(place, state, now).decide();
      case ReleaseHold release -> release(release, state, now);
      case ExtendHold extend -> extend(extend, state, now);
      case OfferPlaces offer -> Decision.accept(new Offering(state, now).decide());
      case ReleaseAllHolds release -> Decision.accept(all(state, now));
      case ExpireHolds expire -> Decision.accept(overdue(state, now));
    };
  }

  private static Decision<SeatHoldEvent> release(
      ReleaseHold release, PerformanceSeats state, Instant now) {
    SeatHold hold = state.inventory().hold(release.holdId());
    if (hold == null) {
      HoldStatus how = state.inventory().statusOf(release.holdId());
      return how == HoldStatus.RELEASED || how == HoldStatus.EXPIRED
          ? Decision.accept()
          : HoldRefusals.notPlaced(state.inventory(), release.holdId());
    }
    return hold.isOverAt(now)
        ? Decision.accept(expired(release.performanceId(), hold))
        : Decision.accept(released(release.performanceId(), hold, state.inventory()));
  }

  /** An order lives as long as all its holds: where one is given back, the others are as well. */
  private static List<SeatHoldEvent> released(
      PerformanceId performance, SeatHold hold, SeatInventory inventory) {
    List<SeatHoldEvent> events = new ArrayList<>();
    events.add(new HoldReleased(performance, hold.id(), hold.orderId()));
    if (hold.orderId() != null) {
      for (SeatHold other : inventory.placedHolds()) {
        if (hold.orderId().equals(other.orderId()) && !other.id().equals(hold.id())) {
          events.add(new HoldReleased(performance, other.id(), other.orderId()));
        }
      }
    }
    return events;
  }

  private static Decision<SeatHoldEvent> extend(
      ExtendHold extend, PerformanceSeats state, Instant now) {
    SeatHold hold = state.inventory().hold(extend.holdId());
    if (hold == null) {
      return HoldRefusals.notPlaced(state.inventory(), extend.holdId());
    }
    Decision<SeatHoldEvent> refusal = HoldRefusals.unlessUnordered(hold, now);
    if (refusal != null) {
      return refusal;
    }
    if (hold.isExtended) {
      return Decision.reject(
          SeatHoldRejection.HOLD_EXTENDED_ALREADY,
          "Expected a hold that was not extended yet, but " + hold.id() + " was");
    }
    Instant end = hold.expiresAt().plusSeconds(state.performance().rules().holdSeconds());
    return Decision.accept(new HoldExtended(extend.performanceId(), hold.id(), end));
  }

  private static List<SeatHoldEvent> all(PerformanceSeats state, Instant now) {
    List<SeatHoldEvent> ends = new ArrayList<>(overdue(state, now));
    for (SeatHold hold : state.inventory().placedHolds()) {
      if (!hold.isOverAt(now)) {
        ends.add(new HoldReleased(state.performance().id(), hold.id(), hold.orderId()));
      }
    }
    return ends;
  }

  private static List<SeatHoldEvent> overdue(PerformanceSeats state, Instant now) {
    List<SeatHoldEvent> ends = new ArrayList<>();
    for (SeatHold hold : state.inventory().placedHolds()) {
      if (hold.isOverAt(now)) {
        ends.add(expired(state.performance().id(), hold));
      }
    }
    return ends;
  }

  static HoldExpired expired(PerformanceId performance, SeatHold hold) {
    return new HoldExpired(performance, hold.id(), hold.orderId());
  }

  @Override
  public void evolve(PerformanceSeats state, SeatHoldEvent event) {
    SeatInventory inventory = state.inventory();
    switch (event) {
      case HoldPlaced placed -> place(state, placed);
      case HoldExtended extended -> {
        SeatHold hold = held(inventory, extended.holdId());
        hold.expiresAt = extended.expiresAt();
        hold.isExtended = true;
      }
      case HoldOrdered ordered -> inventory.order(held(inventory, ordered.holdId()), ordered);
      case HoldSold sold -> inventory.sell(held(inventory, sold.holdId()), sold);
      case HoldReleased released ->
          inventory.free(held(inventory, released.holdId()), HoldStatus.RELEASED);
      case HoldExpired expired ->
          inventory.free(held(inventory, expired.holdId()), HoldStatus.EXPIRED);
    }
  }

  private static void place(PerformanceSeats state, HoldPlaced placed) {
    Performance performance = state.performance();
    state.inventory().reserveCapacity(performance.plan().seatCount());
    state.inventory().admissions().burn(placed);
    state
        .inventory()
        .place(
            new SeatHold(
                placed.holdId(),
                placed.channel(),
                placed.priceListVersion(),
                placed.seats(),
                placed.areas(),
                placed.expiresAt().minusSeconds(performance.rules().holdSeconds()),
                placed.expiresAt(),
                placed.buyer(),
                placed.presaleCode()));
  }

  private static SeatHold held(SeatInventory inventory, HoldId id) {
    return Objects.requireNonNull(
        inventory.hold(id), () -> "Expected hold " + id + " to be placed, but it is not");
  }
}
