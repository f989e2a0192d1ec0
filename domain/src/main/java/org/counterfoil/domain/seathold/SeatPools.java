package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.performance.Performance;
import org.jspecify.annotations.Nullable;

/**
 * The free seats that best available may give, by blocks, for each pool that somebody asked for.
 * They follow from the inventory and are no part of it: made when first asked for, and anew when
 * what is held back changes.
 */
final class SeatPools {

  private final SeatInventory inventory;
  private final Map<SeatPool, FreeBlocks> made = new HashMap<>();
  private final List<FreeBlocks> all = new ArrayList<>();
  private @Nullable SeatRows rows;
  private int madeAfter;

  SeatPools(SeatInventory inventory) {
    this.inventory = inventory;
  }

  FreeBlocks blocks(SeatPool pool, Performance performance) {
    int changes = changes(performance);
    if (madeAfter != changes) {
      made.clear();
      all.clear();
      madeAfter = changes;
    }
    FreeBlocks known = made.get(pool);
    return known == null ? make(pool, performance) : known;
  }

  private FreeBlocks make(SeatPool pool, Performance performance) {
    SeatRows ofPlan = rows == null ? new SeatRows(performance.plan()) : rows;
    rows = ofPlan;
    FreeBlocks blocks =
        new FreeBlocks(
            ofPlan,
            seat ->
                inventory.isFree(seat)
                    && pool.has(inventory.heldBack().keeperOf(seat))
                    && performance.isForAnybody(seat));
    made.put(pool, blocks);
    all.add(blocks);
    return blocks;
  }

  /** Differs whenever something began or ended to be held back, or became free for anybody. */
  private int changes(Performance performance) {
    int changes = inventory.heldBack().keepers().size();
    for (Keeper keeper : inventory.heldBack().keepers()) {
      changes += keeper.isOpen() ? 0 : 1;
    }
    return 2 * changes + (performance.areAccessiblePlacesReleased() ? 1 : 0);
  }

  /** The seat was taken or came back. */
  void refresh(int seat) {
    all.forEach(blocks -> blocks.refresh(seat));
  }

  /** The hold took its seats, or gave them back. */
  void refresh(SeatHold hold) {
    for (FreeBlocks blocks : all) {
      for (HeldSeat seat : hold.seats()) {
        blocks.refresh(seat.index());
      }
    }
  }
}
