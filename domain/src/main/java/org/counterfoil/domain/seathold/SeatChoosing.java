package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.seathold.BestAvailable.Closeness;

/**
 * Chooses seats for who leaves the choice to the house: as close together as there is room in any
 * pool, and of equally close ones from the first pool. A hold whose time is over keeps its seats
 * from the choice until its end is recorded, seconds later; unless nothing else is left: then they
 * count as free.
 */
record SeatChoosing(
    Performance performance, SeatInventory inventory, HoldClaim claim, Instant now) {

  /** The seats' indexes in plan order, or none where there are not enough. */
  List<Integer> choose(BestAvailableWish wish) {
    List<SeatPool> pools = SeatPool.of(claim, inventory.heldBack());
    if (wish.isAccessible()) {
      return chooseAccessible(wish, pools);
    }
    List<Integer> seats = chooseFrom(wish, pools);
    return seats.isEmpty() ? chooseFromOverdue(wish, pools) : seats;
  }

  private List<Integer> chooseAccessible(BestAvailableWish wish, List<SeatPool> pools) {
    for (SeatPool pool : pools) {
      List<Integer> seats =
          new AccessibleSeats(
                  performance.plan(),
                  blocks(pool).rows(),
                  seat -> pool.hasFree(seat, inventory, now))
              .choose(wish);
      if (!seats.isEmpty()) {
        return seats;
      }
    }
    return List.of();
  }

  private List<Integer> chooseFrom(BestAvailableWish wish, List<SeatPool> pools) {
    for (Closeness closeness : Closeness.values()) {
      for (SeatPool pool : pools) {
        FreeBlocks blocks = blocks(pool);
        List<Integer> seats =
            new BestAvailable(blocks, blocks.rows().zone(wish.zone()))
                .choose(closeness, wish.quantity());
        if (!seats.isEmpty()) {
          return seats;
        }
      }
    }
    return List.of();
  }

  /** What would be chosen if every hold that is over had ended; leaves the blocks as they were. */
  private List<Integer> chooseFromOverdue(BestAvailableWish wish, List<SeatPool> pools) {
    Set<Integer> overdue = new LinkedHashSet<>();
    for (SeatHold hold : inventory.placedHolds()) {
      if (hold.isOverAt(now)) {
        hold.seats().forEach(seat -> overdue.add(seat.index()));
      }
    }
    overdue.removeIf(seat -> !performance.isForAnybody(seat));
    if (overdue.isEmpty()) {
      return List.of();
    }
    forEach(pools, overdue, (blocks, seat) -> blocks.set(seat, true));
    List<Integer> seats = chooseFrom(wish, pools);
    forEach(pools, overdue, FreeBlocks::refresh);
    return seats;
  }

  private void forEach(
      List<SeatPool> pools, Set<Integer> seats, ObjIntConsumer<FreeBlocks> action) {
    for (SeatPool pool : pools) {
      for (int seat : seats) {
        if (pool.has(inventory.heldBack().keeperOf(seat))) {
          action.accept(blocks(pool), seat);
        }
      }
    }
  }

  private FreeBlocks blocks(SeatPool pool) {
    return inventory.freeBlocks(pool, performance);
  }
}
