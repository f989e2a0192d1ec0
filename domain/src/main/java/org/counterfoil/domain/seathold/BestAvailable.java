package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses seats of a zone for a party. The order of preference, first things first:
 *
 * <ol>
 *   <li>side by side in one row; of such blocks
 *       <ol>
 *         <li>one that leaves no single free seat between taken ones, where there is one,
 *         <li>the one whose ranks, added up, are least: the plan says what good seats are,
 *         <li>the one nearest to the middle of its row, then the first in plan order;
 *       </ol>
 *   <li>in two neighbouring rows of a section, one group behind the other, nobody alone where four
 *       or more come; of such pairs of rows the first in plan order, in it the fewest orphans, the
 *       groups nearest behind one another, the least ranks;
 *   <li>in three neighbouring rows and more, as few as have room ({@link StackedBlocks});
 *   <li>as the last resort, split: the largest group that finds a block, then the largest of the
 *       rest, each placed as under 1.
 * </ol>
 *
 * <p>All of the party or nobody. The same seats for the same state, always. The order is the
 * trade's custom as the issue states it: rank, contiguity, the same row, neighbouring rows, no
 * orphans; that a party together comes before an orphan is our choice, because people mind sitting
 * apart more than a house minds a single seat.
 *
 * <p>Wheelchair and companion places are chosen by {@link AccessibleSeats}.
 */
final class BestAvailable {

  /** How close together a party sits, the closest first. */
  enum Closeness {
    ONE_ROW,
    TWO_ROWS,
    MORE_ROWS,
    APART
  }

  private final FreeBlocks blocks;
  private final int zone;

  BestAvailable(FreeBlocks blocks, int zone) {
    this.blocks = blocks;
    this.zone = zone;
  }

  /** The seats in plan order, or none where there are not enough. */
  List<Integer> choose(int quantity) {
    List<Integer> seats = List.of();
    for (Closeness closeness : Closeness.values()) {
      seats = seats.isEmpty() ? choose(closeness, quantity) : seats;
    }
    return seats;
  }

  /** The seats that are so close, in plan order, or none where there are not enough. */
  List<Integer> choose(Closeness closeness, int quantity) {
    if (blocks.openIn(zone) < quantity) {
      return List.of();
    }
    return switch (closeness) {
      case ONE_ROW -> inOneRow(quantity);
      case TWO_ROWS -> inNeighbouringRows(quantity);
      case MORE_ROWS -> new StackedBlocks(blocks, zone, quantity).choose();
      case APART -> split(quantity);
    };
  }

  private List<Integer> inOneRow(int quantity) {
    int first = blocks.best(zone, quantity);
    return first < 0 ? List.of() : block(first, quantity);
  }

  private static List<Integer> block(int first, int size) {
    List<Integer> seats = new ArrayList<>();
    for (int seat = first; seat < first + size; seat++) {
      seats.add(seat);
    }
    return seats;
  }

  /** Two groups, one behind the other. */
  private record Pair(int front, int inFront, int back, int inBack, long score) {}

  private List<Integer> inNeighbouringRows(int quantity) {
    SeatRows rows = blocks.rows();
    int[] ofZone = rows.rowsOf(zone);
    for (int i = 1; i < ofZone.length; i++) {
      int row = ofZone[i];
      int front = blocks.longestIn(zone, i - 1);
      int back = blocks.longestIn(zone, i);
      boolean mayFit = front > 0 && back > 0 && front + back >= quantity;
      boolean areNeighbours = rows.isDirectlyBehind(row, ofZone[i - 1]);
      Pair pair = mayFit && areNeighbours ? bestPair(row - 1, row, quantity) : null;
      if (pair != null) {
        List<Integer> seats = block(pair.front(), pair.inFront());
        seats.addAll(block(pair.back(), pair.inBack()));
        return seats;
      }
    }
    return List.of();
  }

  private @Nullable Pair bestPair(int frontRow, int backRow, int quantity) {
    Pair best = null;
    for (int inFront = 1; inFront < quantity; inFront++) {
      List<Integer> fronts = blocks.blocksIn(frontRow, zone, inFront);
      List<Integer> backs =
          fronts.isEmpty() ? List.of() : blocks.blocksIn(backRow, zone, quantity - inFront);
      for (int front : fronts) {
        for (int back : backs) {
          Pair pair = pair(front, inFront, back, quantity - inFront);
          if (pair.score() != LeastScores.NONE && (best == null || pair.score() < best.score())) {
            best = pair;
          }
        }
      }
    }
    return best;
  }

  private Pair pair(int front, int inFront, int back, int inBack) {
    SeatRows rows = blocks.rows();
    int distance = Math.abs(rows.offset(front, inFront) - rows.offset(back, inBack));
    boolean isAlone = inFront + inBack >= 4 && (inFront == 1 || inBack == 1);
    int orphans = blocks.orphansBeside(front, inFront) + blocks.orphansBeside(back, inBack);
    long score =
        !rows.areBehind(front, inFront, back, inBack)
            ? LeastScores.NONE
            : ((isAlone ? 1L : 0L) << 62)
                | ((long) orphans << 59)
                | ((long) distance << 40)
                | Math.min(rows.ranks(front, inFront) + rows.ranks(back, inBack), (1L << 40) - 1);
    return new Pair(front, inFront, back, inBack, score);
  }

  /** What is chosen so far is taken out while the rest is looked for, and put back in the end. */
  private List<Integer> split(int quantity) {
    List<Integer> seats = new ArrayList<>();
    int size = quantity - 1;
    while (seats.size() < quantity && size > 0) {
      size = Math.min(size, quantity - seats.size());
      int first = blocks.best(zone, size);
      if (first < 0) {
        size--;
      } else {
        List<Integer> group = block(first, size);
        group.forEach(seat -> blocks.set(seat, false));
        seats.addAll(group);
      }
    }
    // All of them were open, or they would not have been found.
    seats.forEach(seat -> blocks.set(seat, true));
    Collections.sort(seats);
    return seats;
  }
}
