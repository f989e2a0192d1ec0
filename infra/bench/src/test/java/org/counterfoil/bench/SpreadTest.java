package org.counterfoil.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final Cpu NO_CPU = new Cpu(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  @Test
  void theMiddleOfAnOddNumber_andBetweenTheTwoOfAnEvenOne() {
    assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(2, 1, 3));
    assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(2.5, 1, 4));
    assertThat(Spread.of().toString()).isEqualTo("– (–––)");
  }

  @Test
  void aRatioIsTakenRoundByRound_soThatASlowMachineSlowsBoth() {
    Series ours = series(2_000, 200, 3_000);
    Series peer = series(1_000, 100, 1_000);

    assertThat(ours.times(peer)).isEqualTo(new Spread(2, 2, 3));
  }

  @Test
  void aRoundThatFailsItsCheckDoesNotCount_andIsTold() {
    Series series = new Series("a", "1");

    series.add(new Round(9, Duration.ofSeconds(1), NO_CPU, List.of("a seat twice")));

    assertThat(series.rounds()).isEmpty();
    assertThat(series.faults()).containsExactly("a seat twice");
    assertThat(Report.ofRates(List.of(series), "hold", List.of()).markdown())
        .contains("Round of a not counted: a seat twice");
  }

  private static Series series(long... operations) {
    Series series = new Series("a", "1");
    for (long done : operations) {
      series.add(new Round(done, Duration.ofSeconds(1), NO_CPU, List.of()));
    }
    return series;
  }
}
