package org.counterfoil.domain.heldback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Decision.Rejected;
import org.counterfoil.domain.heldback.HeldBackPlaces.BestOfZone;
import org.counterfoil.domain.heldback.HeldBackPlaces.InArea;
import org.counterfoil.domain.heldback.HeldBackPlaces.Named;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/** Finds the places that are to be held back: all of them free, or none. */
final class PlaceChoice {

  private final SeatingPlan plan;
  private final HeldBack heldBack;
  private final Occupancy occupancy;
  private final List<HeldBackSeat> seats = new ArrayList<>();
  private final List<HeldBackArea> areas = new ArrayList<>();

  PlaceChoice(House house) {
    this.plan = house.performance().plan();
    this.heldBack = house.heldBack();
    this.occupancy = house.occupancy();
  }

  List<HeldBackSeat> seats() {
    return seats;
  }

  List<HeldBackArea> areas() {
    return areas;
  }

  /** Chooses; null where every place was found, else the refusal. */
  @Nullable Decision<HeldBackEvent> choose(HeldBackPlaces wish) {
    return switch (wish) {
      case Named named -> named(named);
      case BestOfZone best -> best(best);
    };
  }

  private @Nullable Decision<HeldBackEvent> named(Named named) {
    Decision<HeldBackEvent> refusal = refuseSenseless(named);
    if (refusal != null) {
      return refusal;
    }
    for (SeatId id : named.seats()) {
      take(plan.indexOf(id));
    }
    refusal = refuseTakenSeats();
    if (refusal != null) {
      return refusal;
    }
    Map<Area, Long> quantities = new LinkedHashMap<>();
    for (InArea wanted : named.areas()) {
      quantities.merge(
          plan.areas().get(plan.indexOf(wanted.area())), (long) wanted.quantity(), Long::sum);
    }
    for (Map.Entry<Area, Long> wanted : quantities.entrySet()) {
      long free = freeIn(wanted.getKey());
      if (free < wanted.getValue()) {
        return notEnough(wanted.getValue(), "\"" + wanted.getKey().name() + "\"", free);
      }
      take(wanted.getKey(), wanted.getValue().intValue());
    }
    return null;
  }

  private @Nullable Decision<HeldBackEvent> refuseSenseless(Named named) {
    Set<SeatId> once = new HashSet<>();
    for (SeatId id : named.seats()) {
      if (plan.indexOf(id) < 0) {
        return refuse(
            HeldBackRejection.UNKNOWN_SEAT,
            "Expected seats of the seating plan, but \"" + id + "\" is none");
      }
    }
    for (InArea area : named.areas()) {
      if (plan.indexOf(area.area()) < 0) {
        return refuse(
            HeldBackRejection.UNKNOWN_AREA,
            "Expected areas of the seating plan, but \"" + area.area() + "\" is none");
      }
    }
    boolean isNothing = named.seats().isEmpty() && named.areas().isEmpty();
    if (isNothing || named.areas().stream().anyMatch(area -> area.quantity() < 1)) {
      return nothingAsked();
    }
    for (SeatId id : named.seats()) {
      if (!once.add(id)) {
        return refuse(
            HeldBackRejection.SEAT_REPEATED, "Expected each seat once, but \"" + id + "\" repeats");
      }
    }
    return null;
  }

  private @Nullable Decision<HeldBackEvent> refuseTakenSeats() {
    for (HeldBackSeat seat : seats) {
      if (heldBack.keeperOf(seat.index()) != null && !isTaken(seat.index())) {
        return refuse(
            HeldBackRejection.SEAT_HELD_BACK_ALREADY,
            "Expected seats on sale, but \"" + seat.seatId() + "\" is held back already");
      }
    }
    for (HeldBackSeat seat : seats) {
      if (occupancy.isSold(seat.index())) {
        return refuse(
            HeldBackRejection.SEAT_ALREADY_SOLD,
            "Expected free seats, but \"" + seat.seatId() + "\" is sold");
      }
    }
    for (HeldBackSeat seat : seats) {
      if (occupancy.isHeld(seat.index())) {
        return refuse(
            HeldBackRejection.SEAT_ALREADY_HELD,
            "Expected free seats, but \"" + seat.seatId() + "\" is held");
      }
    }
    return null;
  }

  private @Nullable Decision<HeldBackEvent> best(BestOfZone best) {
    if (plan.zones().stream().noneMatch(zone -> zone.name().equals(best.zone()))) {
      return refuse(
          HeldBackRejection.UNKNOWN_ZONE,
          "Expected a zone of the seating plan, but \"" + best.zone() + "\" is none");
    }
    if (best.quantity() < 1) {
      return nothingAsked();
    }
    IntStream.range(0, plan.seatCount())
        .filter(seat -> isFreeStandard(seat, best))
        .boxed()
        .sorted(Comparator.comparingInt(seat -> plan.seat(seat).rank()))
        .limit(best.quantity())
        .sorted()
        .forEach(this::take);
    int missing = best.quantity() - seats.size();
    for (Area area : plan.areas()) {
      int free = area.zone().equals(best.zone()) ? freeIn(area) : 0;
      if (missing > 0 && free > 0) {
        take(area, Math.min(free, missing));
        missing -= Math.min(free, missing);
      }
    }
    return missing == 0
        ? null
        : notEnough(best.quantity(), "zone \"" + best.zone() + "\"", best.quantity() - missing);
  }

  private boolean isFreeStandard(int seat, BestOfZone best) {
    PlanSeat known = plan.seat(seat);
    return known.zone().equals(best.zone())
        && known.kind() != SeatKind.WHEELCHAIR
        && known.kind() != SeatKind.COMPANION
        && !isTaken(seat)
        && heldBack.keeperOf(seat) == null;
  }

  private boolean isTaken(int seat) {
    return occupancy.isSold(seat) || occupancy.isHeld(seat);
  }

  private int freeIn(Area area) {
    return area.capacity() - occupancy.takenIn(area.name()) - heldBack.keptIn(area.name());
  }

  private void take(int seat) {
    PlanSeat known = plan.seat(seat);
    seats.add(new HeldBackSeat(seat, known.id(), known.zone()));
  }

  private void take(Area area, int quantity) {
    areas.add(new HeldBackArea(area.name(), area.zone(), quantity));
  }

  private static Decision<HeldBackEvent> nothingAsked() {
    return refuse(
        HeldBackRejection.NOTHING_ASKED, "Expected at least one place, but none is asked");
  }

  private static Decision<HeldBackEvent> notEnough(long asked, String where, long free) {
    return refuse(
        HeldBackRejection.NOT_ENOUGH_SEATS,
        "Expected " + asked + " free places in " + where + ", but there are " + free);
  }

  private static Rejected<HeldBackEvent> refuse(HeldBackRejection code, String detail) {
    return new Rejected<>(code, detail);
  }
}
