package org.counterfoil.domain.seathold;

import java.util.HashSet;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/** Checks whether a wish for places makes sense at all: known places, each once, and something. */
record WishCheck(PlaceHold wish, SeatingPlan plan, SeatInventory inventory) {

  /** Null where nothing is wrong; else the first refusal in the order of the codes. */
  @Nullable Decision<SeatHoldEvent> refuse() {
    Decision<SeatHoldEvent> refusal = refuseUnknown();
    refusal = refusal == null ? refuseSenseless() : refusal;
    return refusal == null ? refuseRepeated() : refusal;
  }

  private @Nullable Decision<SeatHoldEvent> refuseUnknown() {
    for (SeatId id : wish.places().seats()) {
      if (plan.indexOf(id) < 0) {
        return Decision.reject(
            SeatHoldRejection.UNKNOWN_SEAT,
            "Expected seats of the seating plan, but \"" + id + "\" is none");
      }
    }
    for (AreaWish area : wish.places().areas()) {
      if (plan.indexOf(area.area()) < 0) {
        return Decision.reject(
            SeatHoldRejection.UNKNOWN_AREA,
            "Expected areas of the seating plan, but \"" + area.area() + "\" is none");
      }
    }
    BestAvailableWish best = wish.places().bestAvailable();
    if (best != null && plan.zones().stream().noneMatch(zone -> zone.name().equals(best.zone()))) {
      return Decision.reject(
          SeatHoldRejection.UNKNOWN_ZONE,
          "Expected a zone of the seating plan, but \"" + best.zone() + "\" is none");
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseSenseless() {
    PlacesWish places = wish.places();
    BestAvailableWish best = places.bestAvailable();
    if (best != null && !best.isSound()) {
      return Decision.reject(
          SeatHoldRejection.NOTHING_ASKED,
          "Expected a quantity of at least 1 that has room for all accessible places, but it is "
              + best.quantity());
    }
    if (best == null && places.seats().isEmpty() && places.areas().isEmpty()) {
      return Decision.reject(
          SeatHoldRejection.NOTHING_ASKED,
          "Expected at least one seat or place, but none is asked");
    }
    for (AreaWish area : places.areas()) {
      if (area.quantity() < 1) {
        return Decision.reject(
            SeatHoldRejection.NOTHING_ASKED,
            "Expected a quantity of at least 1, but it is " + area.quantity());
      }
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseRepeated() {
    Set<SeatId> named = new HashSet<>();
    for (SeatId id : wish.places().seats()) {
      if (!named.add(id)) {
        return Decision.reject(
            SeatHoldRejection.SEAT_REPEATED, "Expected each seat once, but \"" + id + "\" repeats");
      }
    }
    return inventory.statusOf(wish.holdId()) == null
        ? null
        : Decision.reject(
            SeatHoldRejection.HOLD_EXISTS, "Expected a new hold, but " + wish.holdId() + " exists");
  }
}
