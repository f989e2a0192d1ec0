package org.counterfoil.bench;

import java.util.Arrays;
import java.util.Locale;

/** Median, least and most of some values; not a number where there are none. */
public record Spread(double median, double min, double max) {

  private static final int EXACT_BELOW = 10;

  /** Of these values. */
  public static Spread of(double... values) {
    if (values.length == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Such as {@code 21.4 (18.9–22.0)}. */
  @Override
  public String toString() {
    return number(median) + " (" + number(min) + "–" + number(max) + ")";
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return String.format(
        Locale.ROOT,
        Math.abs(value) < EXACT_BELOW ? "%.2f" : value < 1_000 ? "%.1f" : "%,.0f",
        value);
  }
}
