package org.counterfoil.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.counterfoil.domain.InvalidText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency CHF = Currency.getInstance("CHF");
  private static final long SEED = 20261201L;

  /** The check values that accountants agreed on: gross, rate → net, tax. */
  @ParameterizedTest
  @CsvSource({
    "25.00, 5.5, 23.70, 1.30",
    "25.00, 2.1, 24.49, 0.51",
    "25.00, 10, 22.73, 2.27",
    "25.00, 20, 20.83, 4.17",
    "25.00, 0.9, 24.78, 0.22",
    "10.00, 5.5, 9.48, 0.52",
    "35.00, 5.5, 33.18, 1.82",
    "50.00, 5.5, 47.39, 2.61",
    "12.00, 5.5, 11.37, 0.63",
    "18.00, 10, 16.36, 1.64",
    "19.99, 5.5, 18.95, 1.04",
    "0.10, 5.5, 0.09, 0.01",
    "1999.95, 20, 1666.63, 333.32",
    "25.00, 0, 25.00, 0.00",
    "0.00, 5.5, 0.00, 0.00"
  })
  void taxIsTakenOutOfThePrice(BigDecimal gross, String rate, BigDecimal net, BigDecimal tax) {
    TaxSplit split = new TaxRate(rate).split(euros(gross));

    assertThat(split.net()).isEqualTo(euros(net));
    assertThat(split.tax()).isEqualTo(euros(tax));
    assertThat(new TaxRate(rate).split(euros(gross.negate())).tax())
        .as("a refund is the mirror")
        .isEqualTo(euros(tax.negate()));
  }

  @Test
  void aThousandTicketsHaveAThousandTimesTheTax() {
    Money tax = Money.zero(EUR);
    for (int ticket = 0; ticket < 1000; ticket++) {
      tax = tax.plus(new TaxRate("5.5").split(new Money(2500, EUR)).tax());
    }
    assertThat(tax).isEqualTo(new Money(130_000, EUR));
  }

  /**
   * Net is the nearest amount: half a cent or less from the exact one, half goes away from zero.
   */
  @Test
  void netIsTheNearestAmountAndNothingIsLost() {
    Random random = new Random(SEED);
    for (int n = 0; n < 20_000; n++) {
      long gross = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
      TaxRate rate = new TaxRate(BigDecimal.valueOf(random.nextInt(100_000), 3).toString());

      TaxSplit split = rate.split(new Money(gross, EUR));

      assertThat(split.net().plus(split.tax())).as("seed %d", SEED).isEqualTo(split.gross());
      assertThat(Math.abs(split.net().minor())).isLessThanOrEqualTo(Math.abs(gross));
      // |net × (100 + rate) − gross × 100| ≤ (100 + rate) / 2
      BigDecimal divisor = new BigDecimal(rate.value()).add(BigDecimal.valueOf(100));
      BigDecimal distance =
          BigDecimal.valueOf(split.net().minor())
              .multiply(divisor)
              .subtract(BigDecimal.valueOf(gross).multiply(BigDecimal.valueOf(100)))
              .abs();
      assertThat(distance.multiply(BigDecimal.TWO)).isLessThanOrEqualTo(divisor);
    }
  }

  @Test
  void halfACentGoesAwayFromZero() {
    // 0.63 / 1.2 = 0.525: exactly half a cent.
    TaxRate rate = new TaxRate("20");
    assertThat(rate.split(new Money(63, EUR)).net().minor()).isEqualTo(53);
    assertThat(rate.split(new Money(-63, EUR)).net().minor()).isEqualTo(-53);
  }

  @ParameterizedTest
  @CsvSource({
    "5.5,5.5",
    "5.50,5.5",
    "10,10",
    "10.000,10",
    "0,0",
    "0.0,0",
    "2.1,2.1",
    "99.999,99.999"
  })
  void aRateIsWrittenInOneWay(String text, String value) {
    assertThat(new TaxRate(text)).isEqualTo(new TaxRate(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "5,5",
        "5.5 %",
        "-1",
        "100",
        "1e2",
        "5.5555",
        "NaN",
        "1e-999999",
        "12345678901"
      })
  void whatIsNoRateIsRefused(String text) {
    assertThatThrownBy(() -> new TaxRate(text))
        .isInstanceOf(InvalidText.class)
        .hasMessageMatching("Expected a tax rate .+, but it .+");
  }

  @Test
  void amountsOfTwoCurrenciesDoNotMeet() {
    Money euro = new Money(1, EUR);
    Money franc = new Money(1, CHF);

    assertThatThrownBy(() -> euro.plus(franc))
        .hasMessage("Expected an amount in EUR, but it is in CHF");
    assertThatThrownBy(() -> euro.minus(franc)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.isMoreThan(franc)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaxSplit(euro, euro, Money.zero(CHF), new TaxRate("0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaxSplit(euro, euro, euro, new TaxRate("0")))
        .hasMessageContaining("Expected net + tax = gross, but");
  }

  @Test
  void nothingOverflowsSilently() {
    Money most = new Money(Long.MAX_VALUE, EUR);
    Money cent = new Money(1, EUR);

    assertThatThrownBy(() -> most.plus(cent)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE, EUR).minus(cent))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThat(cent.times(-3).isNegative()).isTrue();
    assertThat(cent.isMoreThan(cent)).isFalse();
    assertThat(new Money(2, EUR).isMoreThan(cent)).isTrue();
    assertThat(cent.minus(cent).isZero()).isTrue();
  }

  private static Money euros(BigDecimal amount) {
    return new Money(amount.movePointRight(2).longValueExact(), EUR);
  }
}
