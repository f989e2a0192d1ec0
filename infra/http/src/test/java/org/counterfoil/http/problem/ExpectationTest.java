package org.counterfoil.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a request should have held is said by an example, never by the name of a class. */
class ExpectationTest {

  @Test
  void whatWasExpectedIsShownByAnExample() {
    assertThat(Expectation.of(LocalDate.class))
        .isEqualTo("Expected a date such as 2026-01-31, but it is not");
    assertThat(Expectation.of(Period.class)).contains("a period such as P3Y");
    assertThat(Expectation.of(Currency.class)).contains("a currency such as EUR");
    assertThat(Expectation.of(UUID.class)).contains("a UUID");
  }

  @Test
  void noClassIsNamed() {
    for (Class<?> type :
        List.of(
            LocalDate.class,
            Instant.class,
            ZoneId.class,
            Year.class,
            Currency.class,
            Problem.class,
            List.class,
            String.class)) {
      assertThat(Expectation.of(type)).doesNotContain(type.getSimpleName());
    }
  }
}
