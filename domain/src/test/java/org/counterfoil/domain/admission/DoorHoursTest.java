package org.counterfoil.domain.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorHoursTest {

  /** A performance from 19:30 to 21:30. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T15:29:59.999Z, NOT_YET_OPEN",
    "2026-12-01T15:30:00Z,",
    "2026-12-01T23:29:59.999Z,",
    "2026-12-01T23:30:00Z, OVER"
  })
  void doorsAreOpenFromFourHoursBeforeUntilTwoAfter(Instant now, RefusalReason refusal) {
    assertThat(
            DoorHours.refusal(
                Instant.parse("2026-12-01T19:30:00Z"), Instant.parse("2026-12-01T21:30:00Z"), now))
        .isEqualTo(refusal);
  }
}
