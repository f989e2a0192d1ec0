package org.counterfoil.crowd.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ZipfTest {

  private static final int DRAWS = 200_000;
  private static final int RANKS = 50;

  /** 49 degrees of freedom: chance exceeds this once in a thousand. */
  private static final double CHI_SQUARE_49 = 85.35;

  @Test
  void ranksFollowTheLaw_andNoOther() {
    assertThat(chiSquare(1.1)).isLessThan(CHI_SQUARE_49);
    assertThat(chiSquare(1.0)).isGreaterThan(CHI_SQUARE_49);
  }

  @Test
  void aSingleRankIsDrawnAtOnce() {
    assertThat(Zipf.rank(new SplittableRandom(1), 1)).isEqualTo(1);
  }

  private static double chiSquare(double exponent) {
    SplittableRandom random = new SplittableRandom(7);
    int[] seen = new int[RANKS];
    for (int i = 0; i < DRAWS; i++) {
      seen[Zipf.rank(random, RANKS) - 1]++;
    }
    double weights = 0;
    for (int rank = 1; rank <= RANKS; rank++) {
      weights += Math.pow(rank, -exponent);
    }
    double sum = 0;
    for (int rank = 1; rank <= RANKS; rank++) {
      double expected = DRAWS * Math.pow(rank, -exponent) / weights;
      sum += (seen[rank - 1] - expected) * (seen[rank - 1] - expected) / expected;
    }
    return sum;
  }
}
