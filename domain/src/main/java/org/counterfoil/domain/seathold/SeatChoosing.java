package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.performance.Performance;

/**
 * Chooses seats for who leaves the choice to the house, from general sale. A hold whose time is
 * over keeps its seats from the choice until its end is recorded, seconds later; unless nothing
 * else is left: then they count as free.
 */
record SeatChoosing(Performance performance, SeatInventory inventory, Instant now) {

  /** The seats' indexes in plan order, or none where there are not enough. */
  List<Integer> choose(BestAvailableWish wish) {
    FreeBlocks blocks = inventory.freeBlocks(performance);
    if (wish.isAccessible()) {
      return new AccessibleSeats(performance.plan(), blocks.rows(), this::isFree).choose(wish);
    }
    BestAvailable best = new BestAvailable(blocks, blocks.rows().zone(wish.zone()));
    List<Integer> seats = best.choose(wish.quantity());
    return seats.isEmpty() ? chooseFromOverdue(wish, best, blocks) : seats;
  }

  /** What would be chosen if every hold that is over had ended; leaves the blocks as they were. */
  private List<Integer> chooseFromOverdue(
      BestAvailableWish wish, BestAvailable best, FreeBlocks blocks) {
    Set<Integer> overdue = new LinkedHashSet<>();
    for (SeatHold hold : inventory.placedHolds()) {
      if (hold.isOverAt(now)) {
        hold.seats().forEach(seat -> overdue.add(seat.index()));
      }
    }
    overdue.removeIf(
        seat -> inventory.heldBack().keeperOf(seat) != null || !performance.isForAnybody(seat));
    if (overdue.isEmpty()) {
      return List.of();
    }
    overdue.forEach(seat -> blocks.set(seat, true));
    List<Integer> seats = new ArrayList<>(best.choose(wish.quantity()));
    overdue.forEach(blocks::refresh);
    return seats;
  }

  private boolean isFree(int seat) {
    SeatHold holder = inventory.holderOf(seat);
    boolean isGivenBack = inventory.isFree(seat) || (holder != null && holder.isOverAt(now));
    return isGivenBack && inventory.heldBack().keeperOf(seat) == null;
  }
}
