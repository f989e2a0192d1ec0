package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the best block in the most obvious way: tries each, and compares by each rule in turn. */
record NaiveChoice(House house) {

  static List<Integer> block(int first, int size) {
    return IntStream.range(first, first + size).boxed().toList();
  }

  /** The first seat of the best block, or -1. */
  int bestBlock(int size) {
    int best = -1;
    for (int first = 0; first + size <= house.plan.seatCount(); first++) {
      if (isBlock(first, size) && (best < 0 || isBetter(first, best, size))) {
        best = first;
      }
    }
    return best;
  }

  /** Whether two groups fit one behind the other into neighbouring rows. */
  boolean isPairPossible(int quantity) {
    for (int inFront = 1; inFront < quantity; inFront++) {
      for (int front = 0; front + inFront <= house.plan.seatCount(); front++) {
        for (int back = 0; back + quantity - inFront <= house.plan.seatCount(); back++) {
          if (isBlock(front, inFront)
              && isBlock(back, quantity - inFront)
              && house.rows.rowOf[back] == house.rows.rowOf[front] + 1
              && overlap(front, inFront, back, quantity - inFront)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * How well a party sits in so many rows behind one another, each group behind somebody: people
   * alone, where four or more come, before orphans.
   *
   * @return the least (alone, orphans) of every way to sit there; null where there is none
   */
  @Nullable Long bestStack(int quantity, int depth) {
    Long best = null;
    for (int front = 0; front + depth <= house.rows.firstOf.length; front++) {
      Long here = stackFrom(front, depth, quantity, quantity, -1, 0);
      best = here != null && (best == null || here < best) ? here : best;
    }
    return best;
  }

  private @Nullable Long stackFrom(
      int row, int depth, int quantity, int party, int before, int sizeBefore) {
    if (depth == 0) {
      return quantity == 0 ? 0L : null;
    }
    Long best = null;
    for (int size = 1; size <= quantity - depth + 1; size++) {
      for (int first = house.rows.firstOf[row];
          first + size - 1 <= house.rows.lastOf[row];
          first++) {
        if (isBlock(first, size) && (before < 0 || overlap(before, sizeBefore, first, size))) {
          Long rest = stackFrom(row + 1, depth - 1, quantity - size, party, first, size);
          long cost = (size == 1 && party >= 4 ? 1L << 32 : 0) + orphans(first, size);
          best =
              rest != null && (best == null || rest + cost < best)
                  ? Long.valueOf(rest + cost)
                  : best;
        }
      }
    }
    return best;
  }

  /** The (alone, orphans) of what was chosen; null where it is no stack of such a depth. */
  @Nullable Long costOf(List<Integer> chosen, int depth) {
    long cost = 0;
    int rows = 0;
    int before = -1;
    int sizeBefore = 0;
    for (int at = 0; at < chosen.size(); ) {
      int first = chosen.get(at);
      int size = 1;
      while (at + size < chosen.size()
          && chosen.get(at + size) == first + size
          && isBlock(first, size + 1)) {
        size++;
      }
      boolean isBehind =
          before < 0
              || (house.rows.rowOf[first] == house.rows.rowOf[before] + 1
                  && overlap(before, sizeBefore, first, size));
      if (!isBehind) {
        return null;
      }
      cost += (size == 1 && chosen.size() >= 4 ? 1L << 32 : 0) + orphans(first, size);
      rows++;
      at += size;
      before = first;
      sizeBefore = size;
    }
    return rows == depth ? cost : null;
  }

  /** The largest group that finds a block, then the largest of the rest, each in its best block. */
  List<Integer> split(int quantity) {
    List<Integer> chosen = new ArrayList<>();
    for (int size = quantity - 1; size > 0 && chosen.size() < quantity; ) {
      int group = Math.min(size, quantity - chosen.size());
      int first = bestBlock(group);
      if (first < 0) {
        size = group - 1;
        continue;
      }
      chosen.addAll(block(first, group));
      house.free.clear(first, first + group);
    }
    chosen.forEach(house.free::set);
    return chosen.stream().sorted().toList();
  }

  private boolean overlap(int front, int inFront, int back, int inBack) {
    int distance = Math.abs(middle(front, inFront) - middle(back, inBack));
    return distance < inFront + inBack;
  }

  boolean isBlock(int first, int size) {
    return block(first, size).stream()
        .allMatch(
            seat ->
                house.free.get(seat) && house.plan.seat(seat).isInRowOf(house.plan.seat(first)));
  }

  private boolean isBetter(int one, int other, int size) {
    if (orphans(one, size) != orphans(other, size)) {
      return orphans(one, size) < orphans(other, size);
    }
    if (ranks(one, size) != ranks(other, size)) {
      return ranks(one, size) < ranks(other, size);
    }
    return Math.abs(middle(one, size)) < Math.abs(middle(other, size));
  }

  private long ranks(int first, int size) {
    return block(first, size).stream().mapToLong(seat -> house.plan.seat(seat).rank()).sum();
  }

  /** Half seats from the middle of the row. */
  private int middle(int first, int size) {
    int from = first;
    int to = first;
    while (from > 0 && house.plan.seat(from - 1).isInRowOf(house.plan.seat(first))) {
      from--;
    }
    while (to + 1 < house.plan.seatCount()
        && house.plan.seat(to + 1).isInRowOf(house.plan.seat(first))) {
      to++;
    }
    return 2 * first + size - 1 - from - to;
  }

  /** Free seats without a free neighbour that have one without the block. */
  int orphans(int first, int size) {
    int orphans = 0;
    for (int seat : new int[] {first - 1, first + size}) {
      int beyond = seat < first ? seat - 1 : seat + 1;
      if (isFreeIn(first, seat) && !isFreeIn(first, beyond)) {
        orphans++;
      }
    }
    return orphans;
  }

  private boolean isFreeIn(int rowOf, int seat) {
    return seat >= 0
        && seat < house.plan.seatCount()
        && house.free.get(seat)
        && house.plan.seat(seat).isInRowOf(house.plan.seat(rowOf));
  }
}
