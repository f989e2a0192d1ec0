package org.counterfoil.domain.seathold;

import java.util.Arrays;

/**
 * The least of many scores, found again in logarithmic time after one of them changed: a tournament
 * tree (Knuth, The Art of Computer Programming, volume 3, section 5.4.1). Of equal scores the first
 * counts.
 */
final class LeastScores {

  static final long NONE = Long.MAX_VALUE;

  private final int leaves;
  private final long[] least;

  LeastScores(int count) {
    leaves = Integer.highestOneBit(Math.max(1, count - 1)) * 2;
    least = new long[2 * leaves];
    Arrays.fill(least, NONE);
  }

  void set(int place, long score) {
    int node = leaves + place;
    least[node] = score;
    while (node > 1) {
      node /= 2;
      long now = Math.min(least[2 * node], least[2 * node + 1]);
      if (least[node] == now) {
        return;
      }
      least[node] = now;
    }
  }

  long least() {
    return least[1];
  }

  /** The first place of the least score; to be asked only where there is one. */
  int placeOfLeast() {
    int node = 1;
    while (node < leaves) {
      node = least[2 * node] == least[node] ? 2 * node : 2 * node + 1;
    }
    return node - leaves;
  }
}
