package org.counterfoil.domain.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.counterfoil.domain.organisation.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "1961, 1961-04-02",
    "2000, 2000-04-23",
    "2019, 2019-04-21",
    "2024, 2024-03-31",
    "2025, 2025-04-20",
    "2026, 2026-04-05",
    "2038, 2038-04-25"
  })
  void easterIsOnItsSunday(int year, LocalDate easter) {
    assertThat(PublicHolidays.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, true",
    "2026-04-06, true",
    "2026-05-14, true",
    "2026-05-25, true",
    "2026-07-14, true",
    "2026-11-11, true",
    "2026-04-03, false",
    "2026-12-26, false"
  })
  void franceKeepsThese(LocalDate day, boolean isHoliday) {
    assertThat(PublicHolidays.of(new CountryCode("FR")).test(day)).isEqualTo(isHoliday);
  }

  @Test
  void ofOtherCountriesOnlyWeekendsAreKnown() {
    assertThat(PublicHolidays.of(new CountryCode("BE")).test(LocalDate.of(2026, 1, 1))).isFalse();
  }
}
