package org.counterfoil.domain.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/** The places of a reservation while they change, each with the keeper it was drawn from. */
final class ReservedPlaces {

  private final List<HeldSeat> seats;
  private final List<HeldArea> areas;

  /**
   * The places of a hold as they come back when it is given back: what a hold code or an allotment
   * has lost meanwhile is its heir's, or on general sale.
   */
  ReservedPlaces(SeatHold hold, HeldBack heldBack) {
    this.seats = new ArrayList<>(hold.seats());
    this.areas = new ArrayList<>();
    for (HeldArea part : hold.areas()) {
      HeldBackId from = part.drawnFrom();
      HeldBackId heir = from == null ? null : heldBack.heirOf(from);
      add(new HeldArea(part.area(), part.zone(), part.quantity(), heir));
    }
  }

  List<HeldSeat> seats() {
    return seats;
  }

  List<HeldArea> areas() {
    return areas;
  }

  long count() {
    return seats.size() + areas.stream().mapToLong(HeldArea::quantity).sum();
  }

  /** Null where all of them were given back; else what is none of the reservation's. */
  @Nullable String giveBack(PlacesWish fewer) {
    for (SeatId id : fewer.seats()) {
      if (!seats.removeIf(seat -> seat.seatId().equals(id))) {
        return "Expected seats of the reservation, but \"" + id + "\" is none";
      }
    }
    for (AreaWish wish : fewer.areas()) {
      long has =
          areas.stream()
              .filter(part -> part.area().equals(wish.area()))
              .mapToLong(HeldArea::quantity)
              .sum();
      if (wish.quantity() < 1 || wish.quantity() > has) {
        return "Expected 1 to %d places in \"%s\" to be given back, but %d are"
            .formatted(has, wish.area(), wish.quantity());
      }
      giveBack(wish);
    }
    return null;
  }

  /** What was taken last comes back first. */
  private void giveBack(AreaWish wish) {
    int left = wish.quantity();
    for (int i = areas.size() - 1; i >= 0 && left > 0; i--) {
      HeldArea part = areas.get(i);
      if (part.area().equals(wish.area())) {
        int returned = Math.min(left, part.quantity());
        left -= returned;
        if (returned == part.quantity()) {
          areas.remove(i);
        } else {
          areas.set(i, with(part, part.quantity() - returned));
        }
      }
    }
  }

  void take(HoldPlaced more) {
    seats.addAll(more.seats());
    more.areas().forEach(this::add);
  }

  private void add(HeldArea part) {
    int known = indexOf(part);
    if (known < 0) {
      areas.add(part);
    } else {
      HeldArea before = areas.get(known);
      areas.set(known, with(before, before.quantity() + part.quantity()));
    }
  }

  private int indexOf(HeldArea part) {
    for (int i = 0; i < areas.size(); i++) {
      HeldArea known = areas.get(i);
      if (known.area().equals(part.area()) && Objects.equals(known.drawnFrom(), part.drawnFrom())) {
        return i;
      }
    }
    return -1;
  }

  private static HeldArea with(HeldArea part, int quantity) {
    return new HeldArea(part.area(), part.zone(), quantity, part.drawnFrom());
  }
}
