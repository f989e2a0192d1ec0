package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatingPlan;
import org.jspecify.annotations.Nullable;

/**
 * Finds single free seats that a hold would leave: a free seat is orphaned when the hold takes its
 * last free neighbour in the row. Seats of holds that are over count as free, seats held back do
 * not.
 */
record OrphanSeats(SeatingPlan plan, SeatInventory inventory, Instant now) {

  /** A seat that would be left alone, or null where none would. */
  @Nullable PlanSeat leftBy(List<HeldSeat> wanted) {
    Set<Integer> taken = new HashSet<>();
    wanted.forEach(seat -> taken.add(seat.index()));
    for (HeldSeat held : wanted) {
      int seat = held.index();
      for (int neighbour : new int[] {seat - 1, seat + 1}) {
        if (isLeft(neighbour, seat, taken)
            && !isLeft(neighbour - 1, neighbour, taken)
            && !isLeft(neighbour + 1, neighbour, taken)) {
          return plan.seat(neighbour);
        }
      }
    }
    return null;
  }

  /** Whether the seat is beside the other, in its row, and still free after the hold. */
  private boolean isLeft(int seat, int beside, Set<Integer> taken) {
    if (seat < 0 || seat >= plan.seatCount() || taken.contains(seat)) {
      return false;
    }
    SeatHold holder = inventory.holderOf(seat);
    boolean isFree = inventory.isFree(seat) || (holder != null && holder.isOverAt(now));
    return isFree
        && inventory.heldBack().keeperOf(seat) == null
        && plan.seat(seat).isInRowOf(plan.seat(beside));
  }
}
