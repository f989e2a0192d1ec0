package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Exchanges between performances, kept and broken. */
class ExchangeCheckTest {

  private final WrittenLog log = new WrittenLog();

  private WrittenLog given() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    return log.sold("a", "o", 1).completed("o", 1);
  }

  @Test
  void whatLeavesOneOrderAndPaysForTheOtherIsAsItShouldBe() {
    given().left("o", 1, "n", "p", 2_500).voided("o", 1, true).arrived("n", "o", "p", 2_500);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void whatNeverArrivesIsFound() {
    given().left("o", 1, "n", "p", 2_500).voided("o", 1, true);

    assertFound(Invariant.EXCHANGE_ARRIVES_WHOLE);
  }

  @Test
  void whatComesFromNowhereIsFound() {
    given().arrived("n", "o", "p", 2_500);

    assertFound(Invariant.EXCHANGE_ARRIVES_WHOLE);
  }

  @Test
  void anotherPaymentThanTheOneThatLeftIsFound() {
    given().left("o", 1, "n", "p", 2_500).voided("o", 1, true).arrived("n", "o", "q", 2_500);

    assertFound(Invariant.EXCHANGE_ARRIVES_WHOLE);
  }

  @Test
  void lessThanTheTicketCostIsFound_andSoIsAnOrderThatIsPaidWithLess() {
    given().left("o", 1, "n", "p", 2_499).voided("o", 1, true).arrived("n", "o", "p", 2_499);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR);
  }

  @Test
  void moneyThatLeftAndGoesBackAsWellIsFound() {
    given().left("o", 1, "n", "p", 2_500).voided("o", 1, true).arrived("n", "o", "p", 2_500);
    log.refunded("o", 1, "p", 2_500, 0);

    assertThat(log.check().findings())
        .extracting(Finding::invariant)
        .contains(Invariant.MONEY_ACCOUNTED_FOR);
  }

  private void assertFound(Invariant invariant) {
    assertThat(log.check().findings())
        .extracting(Finding::invariant)
        .isNotEmpty()
        .containsOnly(invariant);
  }
}
