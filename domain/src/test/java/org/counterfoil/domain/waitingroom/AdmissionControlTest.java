package org.counterfoil.domain.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionControlTest {

  private static final int MOST_PER_SECOND = 50;

  /** Places left, unfinished, finished, places taken; the limit and the rate that follow. */
  @ParameterizedTest
  @CsvSource({
    // At first an admission is taken to want one place, and the terms set the rate.
    "80000,     0,    0,     0, 80000, 3000",
    // Visitors who take two places each halve the limit.
    " 1000,     0, 1000,  2010,   500, 3000",
    // Half of those let in give up: the same places serve twice as many.
    " 1000,     0, 2000,  1000,  1991, 3000",
    // Nearly as many at choosing as there are places for: gently.
    "  100,    90,    0,     0,   100,   60",
    "  100,   100,    0,     0,   100,    0",
    "  100,   500,    0,     0,   100,    0",
    // The last place, and none.
    "    1,     0,  500,  1000,     1,    6",
    "    0,     0,  500,  1000,     0,    0",
  })
  void theRateFollowsFromWhatIsLeft(
      int placesLeft, int unfinished, long finished, long taken, long limit, int rate) {
    AdmissionControl control = new AdmissionControl(placesLeft, unfinished, finished, taken);

    assertThat(control.limit()).isEqualTo(limit);
    assertThat(control.admissionsPerMinute(MOST_PER_SECOND)).isEqualTo(rate);
  }

  /** A house of 10,000 is sold to 30,000 visitors, of whom some give up and some are slow. */
  @Test
  void aHouseIsSoldWithoutLettingACrowdInForNothing() {
    long chance = new Random().nextLong();
    Random random = new Random(chance);
    int[] finishing = new int[3_000];
    int placesLeft = 10_000;
    int unfinished = 0;
    int finished = 0;
    int taken = 0;
    int admitted = 0;
    int inVain = 0;
    double due = 0;
    for (int second = 0; second < 2_000 && placesLeft > 0; second++) {
      for (int end = finishing[second]; end > 0; end--) {
        int places = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(3);
        inVain += places > placesLeft ? 1 : 0;
        places = Math.min(places, placesLeft);
        placesLeft -= places;
        taken += places;
        finished++;
        unfinished--;
      }
      AdmissionControl control = new AdmissionControl(placesLeft, unfinished, finished, taken);
      due += control.admissionsPerMinute(MOST_PER_SECOND) / 60.0;
      for (; due >= 1 && admitted < 30_000; due--) {
        admitted++;
        unfinished++;
        finishing[second + 20 + random.nextInt(200)]++;
      }
    }

    assertThat(placesLeft).as("seed %d", chance).isZero();
    assertThat(inVain).as("let in for nothing, seed %d", chance).isLessThan(admitted / 10);
    // Without the control all would have been let in at the terms' rate.
    assertThat(admitted).as("seed %d", chance).isLessThan(12_000);
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 3000, false",
    "3000, 2990, true",
    "2990, 3000, true",
    "600, 500, false",
    "600, 300, true",
    "600, 900, true",
    "600, 0, true",
    "0, 6, true",
    "0, 0, false"
  })
  void onlyWhatMattersIsRecorded(int recorded, int current, boolean isRecorded) {
    assertThat(AdmissionControl.isWorthRecording(recorded, current, MOST_PER_SECOND))
        .isEqualTo(isRecorded);
  }
}
