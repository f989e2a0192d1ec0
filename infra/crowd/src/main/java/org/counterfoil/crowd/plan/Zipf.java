package org.counterfoil.crowd.plan;

import java.util.random.RandomGenerator;

/**
 * Ranks by Zipf's law: rank k is chosen in proportion to k^−1.1, so that the front is what most
 * want. Drawn by rejection-inversion (W. Hörmann, G. Derflinger: Rejection-inversion to generate
 * variates from monotone discrete distributions, ACM TOMACS 6, 1996): no table, whatever the size.
 */
public final class Zipf {

  private static final double EXPONENT = 1.1;

  private Zipf() {}

  /**
   * Draws a rank.
   *
   * @param size at least 1
   * @return from 1, the most wanted, to {@code size}
   */
  public static int rank(RandomGenerator random, int size) {
    double first = integral(1.5) - 1;
    double last = integral(size + 0.5);
    double shortcut = 2 - inverse(integral(2.5) - weight(2));
    while (true) {
      double u = last + random.nextDouble() * (first - last);
      double x = inverse(u);
      int rank = Math.clamp((long) (x + 0.5), 1, size);
      if (rank - x <= shortcut || u >= integral(rank + 0.5) - weight(rank)) {
        return rank;
      }
    }
  }

  private static double weight(double x) {
    return Math.pow(x, -EXPONENT);
  }

  private static double integral(double x) {
    return (Math.pow(x, 1 - EXPONENT) - 1) / (1 - EXPONENT);
  }

  private static double inverse(double y) {
    return Math.pow(1 + y * (1 - EXPONENT), 1 / (1 - EXPONENT));
  }
}
