package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.counterfoil.domain.seathold.SeatStack.Run;

/**
 * The best block of neighbouring free seats of each size in each zone, known before anybody asks.
 * For every row and size it keeps the score of the row's best block; when a seat is taken or given
 * back, its row alone is looked at again. Asking therefore costs the same in an almost full house
 * as in an empty one.
 *
 * <p>It follows from the state and is no part of it: it is made when first needed, and made anew
 * after a restart.
 */
final class FreeBlocks {

  /** Larger blocks are searched for row by row; hardly anybody asks for them. */
  static final int LARGEST_KEPT = 10;

  private static final int ORPHAN_SHIFT = 60;
  private static final int RANK_SHIFT = 24;

  private final SeatRows rows;
  private final boolean[] isOpen;
  private final LeastScores[][] best;
  private final int[][] placeOfRow;
  private final int[][] longest;
  private final int[] openInZone;
  private final IntPredicate mayBeGiven;
  private final int[] runs;

  /**
   * @param isOpen whether a seat is free and may be given to anybody; asked again by {@link
   *     #refresh}
   */
  FreeBlocks(SeatRows rows, IntPredicate isOpen) {
    this.rows = rows;
    this.mayBeGiven = isOpen;
    int seats = rows.rowOf.length;
    this.isOpen = new boolean[seats];
    this.openInZone = new int[rows.zoneCount()];
    this.best = new LeastScores[rows.zoneCount()][];
    this.placeOfRow = new int[rows.zoneCount()][];
    this.longest = new int[rows.zoneCount()][];
    this.runs = new int[seats + 1];
    for (int seat = 0; seat < seats; seat++) {
      this.isOpen[seat] = isOpen.test(seat);
      openInZone[rows.zoneOf[seat]] += this.isOpen[seat] ? 1 : 0;
    }
    for (int zone = 0; zone < rows.zoneCount(); zone++) {
      int[] ofZone = rows.rowsOf(zone);
      placeOfRow[zone] = new int[rows.firstOf.length];
      Arrays.fill(placeOfRow[zone], -1);
      longest[zone] = new int[ofZone.length];
      best[zone] = new LeastScores[LARGEST_KEPT + 1];
      for (int size = 1; size <= LARGEST_KEPT; size++) {
        best[zone][size] = new LeastScores(ofZone.length);
      }
      for (int place = 0; place < ofZone.length; place++) {
        placeOfRow[zone][ofZone[place]] = place;
      }
    }
    for (int row = 0; row < rows.firstOf.length; row++) {
      lookAt(row);
    }
  }

  SeatRows rows() {
    return rows;
  }

  int openIn(int zone) {
    return openInZone[zone];
  }

  /** A seat was taken or given back. */
  void refresh(int seat) {
    set(seat, mayBeGiven.test(seat));
  }

  /** For a while: whoever asks what would be puts it back by {@link #refresh}. */
  void set(int seat, boolean open) {
    if (isOpen[seat] != open) {
      isOpen[seat] = open;
      openInZone[rows.zoneOf[seat]] += open ? 1 : -1;
      lookAt(rows.rowOf[seat]);
    }
  }

  /** The first seat of the best block, or -1 where there is no block of that size. */
  int best(int zone, int size) {
    if (openInZone[zone] < size) {
      return -1;
    }
    if (size > LARGEST_KEPT) {
      return search(zone, size);
    }
    LeastScores scores = best[zone][size];
    return scores.least() == LeastScores.NONE
        ? -1
        : firstOfBest(rows.rowsOf(zone)[scores.placeOfLeast()], zone, size);
  }

  /** How many seats the longest block of the zone's n-th row has. */
  int longestIn(int zone, int place) {
    return longest[zone][place];
  }

  /** Whether there is a block that leaves no seat alone. */
  boolean hasBlockWithoutOrphan(int zone, int size) {
    int first = best(zone, size);
    return first >= 0 && orphansBeside(first, size) == 0;
  }

  /** Blocks of a size in a part of a row that is in the zone, by their first seats. */
  List<Integer> blocksIn(int row, int zone, int size) {
    List<Integer> blocks = new ArrayList<>();
    countRuns(row, zone);
    for (int first = rows.firstOf[row]; first + size - 1 <= rows.lastOf[row]; first++) {
      if (runs[first] >= size) {
        blocks.add(first);
      }
    }
    return blocks;
  }

  /** The longest blocks in a part of a row that is in the zone, from the left. */
  List<Run> runsIn(int row, int zone) {
    List<Run> longest = new ArrayList<>();
    countRuns(row, zone);
    for (int first = rows.firstOf[row]; first <= rows.lastOf[row]; first += runs[first] + 1) {
      if (runs[first] > 0) {
        longest.add(new Run(first, runs[first]));
      }
    }
    return longest;
  }

  /** How many free seats, 0 to 2, would have no free neighbour in their row without the block. */
  int orphansBeside(int first, int size) {
    int row = rows.rowOf[first];
    int before = first - 1;
    int after = first + size;
    int orphans = isOpenIn(row, before) && !isOpenIn(row, before - 1) ? 1 : 0;
    return isOpenIn(row, after) && !isOpenIn(row, after + 1) ? orphans + 1 : orphans;
  }

  private boolean isOpenIn(int row, int seat) {
    return seat >= rows.firstOf[row] && seat <= rows.lastOf[row] && isOpen[seat];
  }

  /** Lower is better: no orphans, then the ranks of the seats, then near the middle of the row. */
  private long score(int first, int size) {
    return ((long) orphansBeside(first, size) << ORPHAN_SHIFT)
        | (rows.ranks(first, size) << RANK_SHIFT)
        | Math.abs(rows.offset(first, size));
  }

  private void lookAt(int row) {
    for (int zone = 0; zone < placeOfRow.length; zone++) {
      int place = placeOfRow[zone][row];
      if (place >= 0) {
        longest[zone][place] = countRuns(row, zone);
        for (int size = 1; size <= LARGEST_KEPT; size++) {
          best[zone][size].set(place, leastScore(row, size));
        }
      }
    }
  }

  /** For each seat of the row, how many from it on are open and in the zone; answers the most. */
  private int countRuns(int row, int zone) {
    int most = 0;
    runs[rows.lastOf[row] + 1] = 0;
    for (int seat = rows.lastOf[row]; seat >= rows.firstOf[row]; seat--) {
      boolean counts = isOpen[seat] && rows.zoneOf[seat] == zone;
      runs[seat] = counts ? runs[seat + 1] + 1 : 0;
      most = Math.max(most, runs[seat]);
    }
    return most;
  }

  private long leastScore(int row, int size) {
    long least = LeastScores.NONE;
    for (int first = rows.firstOf[row]; first + size - 1 <= rows.lastOf[row]; first++) {
      if (runs[first] >= size) {
        least = Math.min(least, score(first, size));
      }
    }
    return least;
  }

  private int firstOfBest(int row, int zone, int size) {
    int best = -1;
    for (int first : blocksIn(row, zone, size)) {
      best = best < 0 || score(first, size) < score(best, size) ? first : best;
    }
    return best;
  }

  private int search(int zone, int size) {
    int best = -1;
    for (int row : rows.rowsOf(zone)) {
      int first = firstOfBest(row, zone, size);
      boolean isBetter = best < 0 || (first >= 0 && score(first, size) < score(best, size));
      best = isBetter ? first : best;
    }
    return best;
  }
}
