package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.seathold.BestAvailable.Closeness;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.counterfoil.domain.seating.ZoneName;

/** A house of one section and one zone, drawn in letters, and which of its seats are free. */
final class House {

  static final ZoneName ZONE = new ZoneName("Z");

  final SeatingPlan plan;
  final SeatRows rows;
  final BitSet free;
  final FreeBlocks blocks;
  private final int zone;

  private House(List<DraftSeat> seats, BitSet free) {
    SeatingPlanDraft draft =
        new SeatingPlanDraft("House", List.of(new DraftZone("zones[0]", "Z", 1)), seats, List.of());
    this.plan =
        switch (SeatingPlanCheck.check(draft)) {
          case SeatingPlanCheck.Result.Sound sound -> sound.plan();
          case SeatingPlanCheck.Result.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    this.rows = new SeatRows(plan);
    this.free = free;
    this.blocks = new FreeBlocks(rows, free::get);
    this.zone = rows.zone(ZONE);
  }

  /**
   * A row for each text, the first of rank 1: {@code .} is a free seat, {@code x} a taken one,
   * {@code W} a free wheelchair and {@code C} a free companion place.
   */
  static House drawn(String... drawing) {
    List<DraftSeat> seats = new ArrayList<>();
    BitSet free = new BitSet();
    for (int row = 0; row < drawing.length; row++) {
      for (int place = 0; place < drawing[row].length(); place++) {
        char sign = drawing[row].charAt(place);
        free.set(seats.size(), sign != 'x');
        SeatKind kind =
            switch (sign) {
              case 'W' -> SeatKind.WHEELCHAIR;
              case 'C' -> SeatKind.COMPANION;
              default -> SeatKind.STANDARD;
            };
        seats.add(seat(row, place, row + 1, kind));
      }
    }
    return new House(seats, free);
  }

  /** Rows of a length, all free; of each seat's rank the row says most. */
  static House empty(int rows, int length, Random ranks) {
    List<DraftSeat> seats = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int place = 0; place < length; place++) {
        seats.add(seat(row, place, 1 + row + ranks.nextInt(3), SeatKind.STANDARD));
      }
    }
    BitSet free = new BitSet();
    free.set(0, seats.size());
    return new House(seats, free);
  }

  private static DraftSeat seat(int row, int place, int rank, SeatKind kind) {
    String path = "seats[" + row + "," + place + "]";
    return new DraftSeat(
        path, null, "Z", "S", "R" + row, "" + (place + 1), rank, kind, false, null);
  }

  List<Integer> choose(int quantity) {
    return new BestAvailable(blocks, zone).choose(quantity);
  }

  List<Integer> choose(Closeness closeness, int quantity) {
    return new BestAvailable(blocks, zone).choose(closeness, quantity);
  }

  /** As if nobody ever looked at three rows behind one another. */
  List<Integer> chooseFromTwoRowsAtMost(int quantity) {
    for (Closeness closeness : List.of(Closeness.ONE_ROW, Closeness.TWO_ROWS, Closeness.APART)) {
      List<Integer> seats = choose(closeness, quantity);
      if (!seats.isEmpty()) {
        return seats;
      }
    }
    return List.of();
  }

  List<Integer> choose(BestAvailableWish wish) {
    return new AccessibleSeats(plan, rows, free::get).choose(wish);
  }

  void set(List<Integer> seats, boolean isFree) {
    seats.forEach(
        seat -> {
          free.set(seat, isFree);
          blocks.refresh(seat);
        });
  }

  /** The drawing with what is chosen as {@code o}. */
  String with(List<Integer> chosen) {
    StringBuilder drawing = new StringBuilder();
    for (int row = 0; row < rows.firstOf.length; row++) {
      for (int seat = rows.firstOf[row]; seat <= rows.lastOf[row]; seat++) {
        drawing.append(chosen.contains(seat) ? 'o' : free.get(seat) ? '.' : 'x');
      }
      drawing.append(row + 1 < rows.firstOf.length ? " " : "");
    }
    return drawing.toString();
  }

  int zone() {
    return zone;
  }
}
