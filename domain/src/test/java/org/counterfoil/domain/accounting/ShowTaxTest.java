package org.counterfoil.domain.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.ShowTax.Exemption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 3.5 % of net receipts, not below 80.00 a year, not of schools. */
class ShowTaxTest {

  @ParameterizedTest
  @CsvSource({"237000, 8295", "2370, 83", "100, 4", "14, 0", "15, 1", "0, 0", "-2370, 0"})
  void isTakenOfWhatWasReceived(long netMinor, long taxMinor) {
    assertThat(ShowTax.taxMinor(netMinor)).isEqualTo(taxMinor);
  }

  @ParameterizedTest
  @CsvSource({"7999, 0", "8000, 8000", "8001, 8001", "0, 0"})
  void isNotDueBelowEightyAYear(long yearMinor, long dueMinor) {
    assertThat(ShowTax.dueMinor(yearMinor)).isEqualTo(dueMinor);
  }

  @ParameterizedTest
  @CsvSource({
    ",",
    "LIVE_SHOW,",
    "VARIETY_SHOW,",
    "SCHOOL_SHOW, SCHOOL",
    "SUBSIDISED_SHOW, SUBSIDISED",
    "SPORT, NOT_A_SHOW"
  })
  void dependsOnTheProduction(@Nullable String category, @Nullable Exemption exemption) {
    assertThat(ShowTax.exemption(category == null ? null : new PublicLabel(category)))
        .isEqualTo(exemption);
  }
}
