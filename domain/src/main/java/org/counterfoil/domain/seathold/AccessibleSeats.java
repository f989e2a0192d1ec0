package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/**
 * Chooses wheelchair and companion places that are together, and seats beside them for who else
 * comes: all in the row of a wheelchair place, or else in the rows before and behind it as well. Of
 * several groups the one in the fewest rows, then the closest, then the one of the least ranks,
 * then the first in plan order. Where companion places run out, seats beside do as well.
 */
record AccessibleSeats(SeatingPlan plan, SeatRows rows, IntPredicate isFree) {

  private record Group(List<Integer> seats, int outside, int span, long ranks) {

    boolean isBetterThan(Group other) {
      if (outside != other.outside) {
        return outside < other.outside;
      }
      return span != other.span ? span < other.span : ranks < other.ranks;
    }
  }

  /** The seats in plan order, or none where there are not enough together. */
  List<Integer> choose(BestAvailableWish wish) {
    int zone = rows.zone(wish.zone());
    SeatKind anchors = wish.wheelchairs() > 0 ? SeatKind.WHEELCHAIR : SeatKind.COMPANION;
    Group best = null;
    for (int row : rows.rowsOf(zone)) {
      for (int seat = rows.firstOf[row]; seat <= rows.lastOf[row]; seat++) {
        if (isOf(anchors, seat, zone)) {
          Group group = around(seat, zone, wish);
          if (group != null && (best == null || group.isBetterThan(best))) {
            best = group;
          }
        }
      }
    }
    return best == null ? List.of() : best.seats();
  }

  private @Nullable Group around(int anchor, int zone, BestAvailableWish wish) {
    List<Integer> near = near(anchor, zone);
    List<Integer> seats = new ArrayList<>();
    take(near, seats, wish.wheelchairs(), SeatKind.WHEELCHAIR);
    if (seats.size() < wish.wheelchairs()) {
      return null;
    }
    take(near, seats, wish.wheelchairs() + wish.companions(), SeatKind.COMPANION);
    take(near, seats, wish.quantity(), SeatKind.STANDARD, SeatKind.EASY_ACCESS);
    if (seats.size() < wish.quantity()) {
      return null;
    }
    Collections.sort(seats);
    int row = rows.rowOf[anchor];
    int outside = (int) seats.stream().filter(seat -> rows.rowOf[seat] != row).count();
    int span = seats.stream().mapToInt(seat -> distance(anchor, seat)).sum();
    return new Group(
        seats, outside, span, seats.stream().mapToLong(seat -> rows.ranks(seat, 1)).sum());
  }

  /** Free seats of the row and of those before and behind it, the nearest first. */
  private List<Integer> near(int anchor, int zone) {
    int row = rows.rowOf[anchor];
    List<Integer> near = new ArrayList<>();
    addRow(near, row, zone);
    if (rows.isBehindInSection[row]) {
      addRow(near, row - 1, zone);
    }
    if (row + 1 < rows.firstOf.length && rows.isBehindInSection[row + 1]) {
      addRow(near, row + 1, zone);
    }
    near.sort(
        (one, other) -> {
          int rowsApart =
              Integer.compare(Math.abs(rows.rowOf[one] - row), Math.abs(rows.rowOf[other] - row));
          return rowsApart != 0
              ? rowsApart
              : Integer.compare(distance(anchor, one), distance(anchor, other));
        });
    return near;
  }

  private void addRow(List<Integer> seats, int row, int zone) {
    for (int seat = rows.firstOf[row]; seat <= rows.lastOf[row]; seat++) {
      if (rows.zoneOf[seat] == zone && isFree.test(seat)) {
        seats.add(seat);
      }
    }
  }

  private int distance(int one, int other) {
    return Math.abs(rows.offset(one, 1) - rows.offset(other, 1));
  }

  private void take(List<Integer> near, List<Integer> seats, int upTo, SeatKind... kinds) {
    for (int seat : near) {
      if (seats.size() < upTo && List.of(kinds).contains(plan.seat(seat).kind())) {
        seats.add(seat);
      }
    }
  }

  private boolean isOf(SeatKind kind, int seat, int zone) {
    return plan.seat(seat).kind() == kind && rows.zoneOf[seat] == zone && isFree.test(seat);
  }
}
