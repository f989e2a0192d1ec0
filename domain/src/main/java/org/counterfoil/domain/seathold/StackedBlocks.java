package org.counterfoil.domain.seathold;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.counterfoil.domain.seathold.SeatStack.Run;
import org.jspecify.annotations.Nullable;

/**
 * Seats one party in three neighbouring rows of a section and more: in as few as have room for it,
 * of those where nobody is alone and no orphan is left, of those in the first of plan order.
 */
final class StackedBlocks {

  private static final int FEWEST_ROWS = 3;

  /** Rows full of gaps have more ways through them than are worth looking at. */
  private static final int WAYS_LOOKED_AT = 200;

  private final FreeBlocks blocks;
  private final SeatRows rows;
  private final int zone;
  private final int quantity;

  /** For each row of the zone, how many follow one another from it that have free seats. */
  private final int[] reach;

  /** How many of those the party needs at least; 0 where they are not enough. */
  private final int[] needed;

  private final Deque<Run> way = new ArrayDeque<>();
  private @Nullable SeatStack best;
  private int looked;

  StackedBlocks(FreeBlocks blocks, int zone, int quantity) {
    this.blocks = blocks;
    this.rows = blocks.rows();
    this.zone = zone;
    this.quantity = quantity;
    this.reach = new int[rows.rowsOf(zone).length];
    this.needed = new int[reach.length];
  }

  /** The seats in plan order, or none where there is no room. */
  List<Integer> choose() {
    int deepest = Math.min(quantity, measure());
    for (int depth = FEWEST_ROWS; depth <= deepest && best == null; depth++) {
      for (int place = 0; place < reach.length && !isFound(); place++) {
        if (needed[place] > 0 && needed[place] <= depth && depth <= reach[place]) {
          looked = 0;
          goOn(place, place + depth, 0);
        }
      }
    }
    return best == null ? List.of() : best.seats();
  }

  /** Answers the deepest reach of the rows that are enough. */
  private int measure() {
    int[] ofZone = rows.rowsOf(zone);
    int deepest = 0;
    int end = 0;
    for (int place = 0; place < reach.length; place++) {
      end = Math.max(end, place);
      while (end < reach.length
          && blocks.longestIn(zone, end) > 0
          && (end == place || rows.isDirectlyBehind(ofZone[end], ofZone[end - 1]))) {
        end++;
      }
      reach[place] = end - place;
      int room = 0;
      for (int depth = 0; depth < reach[place] && needed[place] == 0; depth++) {
        room += blocks.longestIn(zone, place + depth);
        needed[place] = room >= quantity ? depth + 1 : 0;
      }
      deepest = needed[place] > 0 ? Math.max(deepest, reach[place]) : deepest;
    }
    return deepest;
  }

  private boolean isFound() {
    return best != null && best.cost() == 0;
  }

  /** Tries each run of the next row that is behind the last one of the way. */
  private void goOn(int place, int end, int seats) {
    if (place == end) {
      consider(seats);
      return;
    }
    for (Run run : blocks.runsIn(rows.rowsOf(zone)[place], zone)) {
      if (!isFound() && looked < WAYS_LOOKED_AT && isNext(run)) {
        way.addLast(run);
        goOn(place + 1, end, seats + run.size());
        way.removeLast();
      }
    }
  }

  private boolean isNext(Run run) {
    Run last = way.peekLast();
    return last == null || rows.areBehind(last.first(), last.size(), run.first(), run.size());
  }

  private void consider(int seats) {
    looked++;
    SeatStack stack = seats < quantity ? null : new SeatStack(blocks, List.copyOf(way), quantity);
    if (stack != null && stack.fit() && (best == null || stack.cost() < best.cost())) {
      best = stack;
    }
  }
}
