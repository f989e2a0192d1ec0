package org.counterfoil.query.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A curve of few enough points, whose last one is the total. */
class SalesCurveTest {

  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

  @Test
  void addsUpMinuteByMinute() {
    SalesCurve curve = SalesCurve.of(List.of(minute(0, 2), minute(5, 1)));

    assertThat(curve.seconds()).isEqualTo(60);
    assertThat(curve.points())
        .containsExactly(
            new CurvePoint(START, 2, 200), new CurvePoint(START.plusSeconds(300), 3, 300));
  }

  @Test
  void aLongSaleIsToldInLongerIntervals() {
    List<CurvePoint> minutes =
        IntStream.range(0, 30 * 24 * 60).mapToObj(number -> minute(number, 1)).toList();

    SalesCurve curve = SalesCurve.of(minutes);

    assertThat(curve.points()).hasSizeLessThanOrEqualTo(SalesCurve.MOST_POINTS);
    assertThat(curve.points().getLast().sold()).isEqualTo(minutes.size());
    assertThat(curve.points()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(curve.points()).doesNotHaveDuplicates();
  }

  @Test
  void nothingSoldIsNoPoint() {
    assertThat(SalesCurve.of(List.of()).points()).isEmpty();
  }

  private static CurvePoint minute(int number, int sold) {
    return new CurvePoint(START.plusSeconds(60L * number), sold, 100L * sold);
  }
}
