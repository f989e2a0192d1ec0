package org.counterfoil.eventstore.check;

import java.util.Arrays;
import java.util.BitSet;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;

/** Which seats of a plan are free, and what a choice would leave: looked for seat by seat. */
final class NaiveHouse {

  private final SeatingPlan plan;
  private final BitSet free = new BitSet();
  private boolean areAccessiblePlacesReleased;

  NaiveHouse(SeatingPlan plan) {
    this.plan = plan;
    free.set(0, plan.seatCount());
  }

  void releaseAccessiblePlaces() {
    areAccessiblePlacesReleased = true;
  }

  void take(int seat) {
    free.clear(seat);
  }

  void giveBack(int seat) {
    free.set(seat);
  }

  ZoneName zoneOf(int seat) {
    return plan.seat(seat).zone();
  }

  String nameOf(int seat) {
    return plan.seat(seat).id().toString();
  }

  /** Whether the seats, in plan order, are side by side in one row. */
  boolean isBlock(int[] seats) {
    int first = seats[0];
    int last = seats[seats.length - 1];
    return last - first == seats.length - 1 && isInRow(first, last);
  }

  /**
   * A free seat for anybody that would have no free neighbour any more if these were taken, in plan
   * order; -1 where there is none.
   */
  int orphanLeftBy(int[] seats) {
    BitSet left = (BitSet) free.clone();
    Arrays.stream(seats).forEach(left::clear);
    for (int seat : seats) {
      for (int beside : new int[] {seat - 1, seat + 1}) {
        boolean isLeft = isIn(left, beside, seat) && isForAnybody(beside);
        if (isLeft && !isIn(left, beside - 1, beside) && !isIn(left, beside + 1, beside)) {
          return beside;
        }
      }
    }
    return -1;
  }

  /** Whether so many could sit side by side in the zone and leave nobody's seat alone. */
  boolean hasBlockWithoutOrphan(ZoneName zone, int size) {
    int run = 0;
    for (int seat = 0; seat < plan.seatCount(); seat++) {
      boolean isOpen = isOpen(seat) && zoneOf(seat).equals(zone);
      boolean goesOn = run > 0 && isInRow(seat, seat - 1);
      run = isOpen ? (goesOn ? run + 1 : 1) : 0;
      if (run >= size && !leavesOpenSeatAlone(seat - size + 1, seat)) {
        return true;
      }
    }
    return false;
  }

  private boolean leavesOpenSeatAlone(int first, int last) {
    boolean before = isOpenIn(first - 1, first) && !isOpenIn(first - 2, first);
    boolean after = isOpenIn(last + 1, last) && !isOpenIn(last + 2, last);
    return before || after;
  }

  private boolean isOpenIn(int seat, int inRowOf) {
    return isInRow(seat, inRowOf) && isOpen(seat);
  }

  private boolean isIn(BitSet seats, int seat, int inRowOf) {
    return isInRow(seat, inRowOf) && seats.get(seat);
  }

  private boolean isInRow(int seat, int other) {
    return seat >= 0 && seat < plan.seatCount() && plan.seat(seat).isInRowOf(plan.seat(other));
  }

  private boolean isOpen(int seat) {
    return free.get(seat) && isForAnybody(seat);
  }

  private boolean isForAnybody(int index) {
    PlanSeat seat = plan.seat(index);
    return areAccessiblePlacesReleased
        || switch (seat.kind()) {
          case STANDARD, EASY_ACCESS -> true;
          case WHEELCHAIR, COMPANION -> false;
        };
  }
}
