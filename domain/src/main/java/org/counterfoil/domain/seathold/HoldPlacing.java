package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SaleOpening;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Decides one wish for places: every seat and area or nothing. A seat whose hold is over counts as
 * free; the end of that hold is then recorded first.
 */
final class HoldPlacing {

  private final PlaceHold wish;
  private final PerformanceSeats state;
  private final Performance performance;
  private final SeatInventory inventory;
  private final Instant now;
  private final HoldLimits limits;
  private @Nullable PresaleCodeMark presaleCode;
  private final List<HeldSeat> seats = new ArrayList<>();
  private final List<HeldArea> areas = new ArrayList<>();
  private final Map<HoldId, SeatHold> overdue = new LinkedHashMap<>();

  HoldPlacing(PlaceHold wish, PerformanceSeats state, Instant now) {
    this.wish = wish;
    this.state = state;
    this.performance = state.performance();
    this.inventory = state.inventory();
    this.now = now;
    this.limits = new HoldLimits(performance, inventory, wish.claim(), now);
  }

  Decision<SeatHoldEvent> decide() {
    Decision<SeatHoldEvent> refusal = new WishCheck(wish, performance.plan(), inventory).refuse();
    if (refusal == null) {
      choose();
      refusal = refuseByRules();
    }
    refusal = refusal == null ? chooseBestAvailable() : refusal;
    refusal = refusal == null ? refuseTakenSeats() : refusal;
    refusal = refusal == null ? refuseFullAreas() : refusal;
    refusal = refusal == null ? OrphanRule.refuse(wish, seats, state, now) : refusal;
    return refusal == null ? accept() : refusal;
  }

  private Decision<SeatHoldEvent> accept() {
    List<SeatHoldEvent> events = new ArrayList<>();
    overdue.values().forEach(hold -> events.add(SeatHoldDecider.expired(performance.id(), hold)));
    events.add(
        new HoldPlaced(
            performance.id(),
            wish.holdId(),
            seats,
            areas,
            now.plusSeconds(performance.rules().holdSeconds()),
            performance.priceListVersion(),
            wish.claim().caller().channel(),
            limits.refuse(placeCount(), presaleCode) != null,
            wish.claim().buyer(),
            AdmissionRule.burnt(wish.claim(), state),
            presaleCode));
    return Decision.accept(events);
  }

  /** Finds what was asked in the plan; wishes for the same area add up. */
  private void choose() {
    SeatingPlan plan = performance.plan();
    for (SeatId id : wish.places().seats()) {
      int index = plan.indexOf(id);
      seats.add(new HeldSeat(index, id, plan.seat(index).zone()));
    }
    Map<Area, Long> quantities = new LinkedHashMap<>();
    for (AreaWish areaWish : wish.places().areas()) {
      Area area = plan.areas().get(plan.indexOf(areaWish.area()));
      quantities.merge(area, (long) areaWish.quantity(), Long::sum);
    }
    // More than any area has is as good as far more: both are refused, and neither overflows.
    quantities.forEach(
        (area, asked) ->
            areas.add(
                new HeldArea(area.name(), area.zone(), (int) Math.min(asked, Integer.MAX_VALUE))));
  }

  /** Lets the house choose, where that is wished for. */
  private @Nullable Decision<SeatHoldEvent> chooseBestAvailable() {
    BestAvailableWish best = wish.places().bestAvailable();
    if (best == null) {
      return null;
    }
    SeatingPlan plan = performance.plan();
    for (int index : new SeatChoosing(performance, inventory, wish.claim(), now).choose(best)) {
      seats.add(new HeldSeat(index, plan.seat(index).id(), plan.seat(index).zone()));
    }
    return seats.isEmpty()
        ? Decision.reject(
            SeatHoldRejection.NOT_ENOUGH_SEATS,
            "Expected "
                + best.quantity()
                + " free seats in \""
                + best.zone()
                + "\", but there are not as many as can be given")
        : null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseByRules() {
    SaleOpening opening = OpeningRule.openingFor(wish.claim(), performance, now);
    presaleCode = opening == SaleOpening.OPEN_BY_PRESALE_CODE ? wish.claim().presaleCode() : null;
    Decision<SeatHoldEvent> refusal = OpeningRule.refuse(opening, wish.claim(), performance, now);
    refusal = refusal == null ? AdmissionRule.refuse(wish.claim(), state) : refusal;
    if (refusal != null || wish.claim().caller().isStaff()) {
      return refusal;
    }
    if (performance.rules().seatChoice() == SeatChoice.BEST_AVAILABLE_ONLY && !seats.isEmpty()) {
      return Decision.reject(
          SeatHoldRejection.BEST_AVAILABLE_ONLY,
          "Expected best available to be asked, but seats are named");
    }
    return limits.refuse(placeCount(), presaleCode);
  }

  private @Nullable Decision<SeatHoldEvent> refuseTakenSeats() {
    SeatTaking taking = new SeatTaking(inventory, wish.claim(), this::isAwaited, now);
    Decision<SeatHoldEvent> refusal = taking.refuse(seats);
    taking.overdue().forEach(hold -> overdue.put(hold.id(), hold));
    return refusal;
  }

  /** What comes back belongs to those who wait for it, before its end is recorded as well. */
  private boolean isAwaited(ZoneName zone) {
    return !wish.claim().caller().isStaff() && inventory.waitingList().awaits(zone);
  }

  private @Nullable Decision<SeatHoldEvent> refuseFullAreas() {
    List<HeldArea> drawn = new ArrayList<>();
    for (HeldArea wanted : areas) {
      Area area = performance.plan().areas().get(performance.plan().indexOf(wanted.area()));
      AreaDrawing drawing = new AreaDrawing(area, inventory, wish.claim());
      if (drawing.free() < wanted.quantity() && !isAwaited(area.zone())) {
        drawing.countOverdue(now);
        drawing.overdue().forEach(hold -> overdue.put(hold.id(), hold));
      }
      String lack = drawing.lack(wanted.quantity());
      if (lack != null) {
        return Decision.reject(SeatHoldRejection.NOT_ENOUGH_SEATS, lack);
      }
      drawn.addAll(drawing.draw(wanted.quantity()));
    }
    areas.clear();
    areas.addAll(drawn);
    return null;
  }

  private long placeCount() {
    BestAvailableWish best = wish.places().bestAvailable();
    long chosen = best == null ? 0 : best.quantity();
    return Math.max(chosen, seats.size()) + areas.stream().mapToLong(HeldArea::quantity).sum();
  }
}
