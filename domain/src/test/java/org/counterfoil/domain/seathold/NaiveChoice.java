package org.counterfoil.domain.seathold;

import java.util.List;
import java.util.stream.IntStream;

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
