package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The sales curve with as many points as a screen can show.
 *
 * @param points in order of time, each the sum of everything up to it
 * @param seconds the length of the interval that a point closes
 */
record SalesCurve(List<CurvePoint> points, long seconds) {

  /** More points than a chart has room for are drawn on top of each other. */
  static final int MOST_POINTS = 500;

  private static final long[] INTERVALS = {60, 300, 900, 3_600, 21_600, 86_400, 604_800};

  /**
   * Makes the curve.
   *
   * @param minutes what was sold in each minute, in order of time
   */
  static SalesCurve of(List<CurvePoint> minutes) {
    long seconds = intervalFor(minutes);
    List<CurvePoint> points = new ArrayList<>();
    long sold = 0;
    long grossMinor = 0;
    for (CurvePoint minute : minutes) {
      sold += minute.sold();
      grossMinor = Math.addExact(grossMinor, minute.grossMinor());
      CurvePoint point = new CurvePoint(floor(minute.at(), seconds), sold, grossMinor);
      if (!points.isEmpty() && points.getLast().at().equals(point.at())) {
        points.removeLast();
      }
      points.add(point);
    }
    return new SalesCurve(List.copyOf(points), seconds);
  }

  private static long intervalFor(List<CurvePoint> minutes) {
    if (minutes.size() <= MOST_POINTS) {
      return INTERVALS[0];
    }
    long span = minutes.getLast().at().getEpochSecond() - minutes.getFirst().at().getEpochSecond();
    for (long seconds : INTERVALS) {
      if (span / seconds < MOST_POINTS) {
        return seconds;
      }
    }
    return INTERVALS[INTERVALS.length - 1];
  }

  private static Instant floor(Instant time, long seconds) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
