package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each invariant, kept and broken: what the check cannot find, no test that rests on it can. */
class LogCheckTest {

  private final WrittenLog log = new WrittenLog();

  @Test
  void aSaleAsItShouldBeIsClean() {
    log.scheduled().placed("a", 1, 2).ordered("a", "o", 5_000).captured("o", "p", 5_000);
    log.sold("a", "o", 1, 2).completed("o", 1, 2);

    LogReport report = log.check();

    assertThat(report.findings()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.holds()).isEqualTo(new LogReport.Holds(1, 1, 0, 0, 0, 2, Duration.ZERO));
    assertThat(report.orders()).isEqualTo(new LogReport.Orders(1, 1, 0, 0, 1, 0));
    assertThat(report.lastPosition()).isEqualTo(5);
    assertThat(report.events()).isEqualTo(6);
  }

  @Test
  void aSeatGivenBackMayBeTakenAgain_andAnExpiryIsTimed() {
    log.scheduled().placed("a", 1).released("a").placed("b", 1);
    log.later(Duration.ofSeconds(483)).expired("b").placed("c", 1);

    LogReport report = log.check();

    assertThat(report.findings()).isEmpty();
    assertThat(report.holds())
        .isEqualTo(new LogReport.Holds(3, 0, 1, 1, 1, 0, Duration.ofSeconds(3)));
  }

  @Test
  void aSeatInTwoLiveHoldsIsFound() {
    log.scheduled().placed("a", 1).placed("b", 1);

    assertFound(Invariant.SEAT_TAKEN_ONCE, 2);
  }

  @Test
  void aSeatHeldAfterItWasSoldIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1).placed("b", 1);

    assertFound(Invariant.SEAT_TAKEN_ONCE, 6);
  }

  @Test
  void anOverfullAreaIsFound_andAFullOneIsNot() {
    log.scheduled().placedInPit("a", 30).placedInPit("b", 20);
    assertThat(log.check().findings()).isEmpty();

    log.placedInPit("c", 1);

    assertFound(Invariant.AREA_WITHIN_CAPACITY, 3);
  }

  @Test
  void aHoldThatEndsTwiceIsFound() {
    log.scheduled().placed("a", 1).released("a").later(Duration.ofMinutes(8)).expired("a");

    assertFound(Invariant.HOLD_ENDS_ONCE, 3);
  }

  @Test
  void aHoldThatIsPlacedTwiceIsFound() {
    log.scheduled().placed("a", 1).released("a").placed("a", 1);

    assertFound(Invariant.HOLD_ENDS_ONCE, 3);
  }

  @Test
  void aTicketNumberLeftOutIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    log.sold("a", "o", 2).completed("o", 2);

    assertFound(Invariant.TICKETS_NUMBERED, 4);
  }

  private WrittenLog sale() {
    log.scheduled().placed("a", 1, 2).ordered("a", "o", 5_000).captured("o", "p", 5_000);
    return log.sold("a", "o", 1, 2).completed("o", 1, 2);
  }

  @Test
  void aTicketLetInTwiceIsFound_andTwoTicketsLetInAreNot() {
    sale().admitted(1).admitted(2);
    assertThat(log.check().findings()).isEmpty();

    log.admitted(1);

    assertFound(Invariant.TICKET_ADMITTED_ONCE, 8);
  }

  @Test
  void aTicketLetInThatWasNeverIssuedIsFound() {
    sale().admitted(3);

    assertFound(Invariant.TICKET_ADMITTED_ONCE, 6);
  }

  @Test
  void aTicketLetInAtTheDoorOfAnotherPerformanceIsFound() {
    sale().admittedElsewhere(1);

    assertFound(Invariant.TICKET_ADMITTED_ONCE, 6);
  }

  @Test
  void whatIsTakenBackIsOwed_untilItComesAgainOrIsPaid() {
    sale().takenBack("o", "p", 5_000);
    assertThat(log.check().findings()).as("the order owes it").isEmpty();
    log.restored("o", "p", 5_000);
    assertThat(log.check().findings()).isEmpty();
    log.takenBack("o", "p", 5_000).captured("o", "again", 5_000);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void moneyThatIsTakenBackTwiceOrWasNotThereIsFound() {
    sale().takenBack("o", "p", 5_000).takenBack("o", "p", 5_000);

    assertThat(log.check().findings())
        .extracting(Finding::invariant, Finding::position)
        .contains(tuple(Invariant.MONEY_ACCOUNTED_FOR, 7L));
  }

  @Test
  void moneyThatComesAgainWithoutHavingGoneIsFound() {
    sale().restored("o", "p", 5_000);

    assertThat(log.check().findings())
        .extracting(Finding::invariant, Finding::position)
        .contains(tuple(Invariant.MONEY_ACCOUNTED_FOR, 6L));
  }

  @Test
  void codesCountOn_whetherATicketIsLostOrGivenAway() {
    sale().reissued("o", 1, 1).transferred("o", 1, 2).transferred("o", 2, 1).admittedWith(1, 2);
    assertThat(log.check().findings()).isEmpty();

    log.transferred("o", 1, 2);

    assertFound(Invariant.TICKET_CODES_COUNTED, 10);
  }

  @Test
  void aTicketLetInWithACodeThatWasNeverMadeIsFound() {
    sale().transferred("o", 1, 1).admittedWith(1, 2);

    assertFound(Invariant.TICKET_CODES_COUNTED, 7);
  }

  @Test
  void ticketsSoldToAnOrderThatDoesNotHaveThemAreFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).sold("a", "o", 1);

    assertFound(Invariant.SOLD_AS_ORDERED, 3);
  }

  @Test
  void anOrderCompletedTwiceIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1).completed("o", 1);

    assertFound(Invariant.SOLD_AS_ORDERED, 6);
  }

  @Test
  void ticketsAndARefundForTheSameMoneyAreFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1).refundDue("o", "p", 2_500);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 6);
  }

  @Test
  void moneyForWhichThereIsNeitherTicketNorRefundIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_500);
    log.later(Duration.ofMinutes(8)).expired("a").lapsed("o");

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 5);
  }

  @Test
  void moneyInAnOpenOrderWaits_andMoneyOwedBackIsAccountedFor() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_000);
    assertThat(log.check().findings()).isEmpty();

    log.later(Duration.ofMinutes(8)).expired("a").lapsed("o").refundDue("o", "p", 2_000);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void ticketsThatNobodyPaidAreFound_unlessTheyAreOnAccount() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).sold("a", "o", 1).completed("o", 1);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 4);
    log.onAccount("o", 2_500);
    assertThat(log.check().findings()).isEmpty();
    log.captured("o", "p", 2_500);
    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void ticketsOnAccountThatArePaidInPartAreFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).onAccount("o", 2_500);
    log.sold("a", "o", 1).completed("o", 1).captured("o", "p", 2_000);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 6);
  }

  @Test
  void aRefundGivenTwiceIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 2_000);
    log.expired("a").lapsed("o").refundDue("o", "p", 2_000).refundDue("o", "p", 2_000);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 7);
  }

  /** Two seats at 25.00, sold to order o for payment p: positions 0 to 5. */
  private void soldTwo() {
    log.scheduled().placed("a", 1, 2).ordered("a", "o", 5_000).captured("o", "p", 5_000);
    log.sold("a", "o", 1, 2).completed("o", 1, 2);
  }

  @Test
  void ticketsThatComeBackAsTheyShouldAreClean_andTheirSeatsAreSoldAgain() {
    soldTwo();
    log.refunded("o", 1, "p", 1_000, 1_500).paidOut("o", 1, "p", 1_500);
    log.refunded("o", 1, "p", 1_500, 0).voided("o", 1, true).placed("b", 1).released("b");
    log.invalidated("o", 2).voided("o", 2, true);

    assertThat(log.check().findings()).isEmpty();
    assertThat(log.check().orders().refunds()).isEqualTo(2);
  }

  @Test
  void moreThanThePriceOfATicketIsFound() {
    soldTwo();
    log.refunded("o", 1, "p", 2_501, -1);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 6);
  }

  @Test
  void moreThanThePaymentBroughtIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).captured("o", "p", 1_000);
    log.captured("o", "q", 1_500).sold("a", "o", 1).completed("o", 1);
    log.refunded("o", 1, "p", 1_001, 1_499);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 7);
  }

  @Test
  void aRefundThatDoesNotAddUpIsFound() {
    soldTwo();
    log.refunded("o", 1, "p", 1_000, 999, 1_500);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 6);
  }

  private WrittenLog soldWithFee() {
    log.scheduled().placed("a", 1).orderedWithFee("a", "o", 150, 2_650).captured("o", "p", 2_650);
    return log.sold("a", "o", 1).completed("o", 1);
  }

  @Test
  void aFeeThatGoesBackInPartsIsClean_andMoreThanTheFeeIsFound() {
    soldWithFee().feeRefunded("o", "p", 60, 90).feeRefunded("o", "p", 90, 0);
    assertThat(log.check().findings()).isEmpty();

    log.feeRefunded("o", "p", 1, -1);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 8);
  }

  private WrittenLog ordersTicket() {
    return log.scheduled().placed("a", 1).ordered("a", "o", 2_500).voucher("v", 4_000);
  }

  @Test
  void aVoucherThatPaysOnceIsClean_alsoWithMoneyThatCameBackToIt() {
    ordersTicket().spent("v", "o", "p", 2_500).capturedByVoucher("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1).spent("v", "o", "q", 1_000);
    log.capturedByVoucher("o", "q", 1_000).owedToVoucher("o", "q", 1_000);
    log.credited("v", "o", "q", 1_000).spent("v", "x", "z", 1_500);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void aVoucherSpentBelowZeroIsFound() {
    ordersTicket().spent("v", "o", "p", 2_500).capturedByVoucher("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1).spent("v", "x", "q", 1_501);

    assertFound(Invariant.VOUCHER_SPENT_ONCE, 9);
  }

  @Test
  void anOrderThatSaysMoreThanItsVoucherPaidIsFound() {
    ordersTicket().spent("v", "o", "p", 2_499).capturedByVoucher("o", "p", 2_500);
    log.sold("a", "o", 1).completed("o", 1);

    assertFound(Invariant.VOUCHER_SPENT_ONCE, 6);
  }

  @Test
  void aVoucherSpentOrCreditedTwiceForOneThingIsFound() {
    ordersTicket().spent("v", "o", "p", 100).spent("v", "o", "p", 100);
    assertFound(Invariant.VOUCHER_SPENT_ONCE, 6);
  }

  @Test
  void partsOfASinglePurposeVoucherThatAddUpAreClean_andOthersAreFound() {
    log.scheduled().taxedVoucher("v", 5_000).taxedSpent("v", "o", "p", 2_369, 131);
    assertThat(log.check().findings()).isEmpty();

    log.taxedSpent("v", "o", "q", 2_369, 131);

    assertFound(Invariant.VOUCHER_TAXED_ONCE, 4);
  }

  @Test
  void aVoucherThatForgetsThatItWasTaxedIsFound() {
    log.scheduled().taxedVoucher("v", 5_000).spent("v", "o", "p", 2_500);

    assertFound(Invariant.VOUCHER_TAXED_ONCE, 3);
  }

  @Test
  void aVoucherThatNobodyPaidForIsFound() {
    log.scheduled().issued("v", 4_000);

    assertFound(Invariant.VOUCHER_PAID_FOR, 1);
  }

  @Test
  void moneyThatNoOrderOwesToAVoucherIsFound() {
    ordersTicket().credited("v", "o", "p", 100);

    assertFound(Invariant.VOUCHER_PAID_FOR, 5);
  }

  @Test
  void aVoucherThatWasNeverIssuedIsFound() {
    log.scheduled().spent("v", "o", "p", 100);

    assertFound(Invariant.VOUCHER_SPENT_ONCE, 1);
  }

  @Test
  void aFeeThatWasNeverSoldIsFound() {
    soldTwo();
    log.feeRefunded("o", "p", 60, 90);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 6);
  }

  @Test
  void aTotalThatIsNotThatOfTicketsAndLinesIsFound() {
    log.scheduled().placed("a", 1).orderedWithFee("a", "o", 150, 2_500);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 2);
  }

  @Test
  void aRefundPaidTwiceIsFound() {
    soldTwo();
    log.refunded("o", 1, "p", 1_000, 1_500).paidOut("o", 1, "p", 1_500).paidOut("o", 1, "p", 1_500);

    assertFound(Invariant.MONEY_ACCOUNTED_FOR, 8);
  }

  @Test
  void anExchangeAddsUp_andOneThatDoesNotIsFound() {
    soldTwo();
    log.placed("b", 3).sold("b", "o", 3).exchanged("o", "b", 0).voided("o", 1, true);
    assertThat(log.check().findings()).isEmpty();

    LogCheckTest other = new LogCheckTest();
    other.soldTwo();
    other.log.captured("o", "q", 1).placed("b", 3).sold("b", "o", 3).exchanged("o", "b", 1);
    other.log.voided("o", 1, true);
    other.assertFound(Invariant.MONEY_ACCOUNTED_FOR, 9);
  }

  @Test
  void aTicketVoidWithoutItsOrderIsFound_andAnOrderWithoutItsTicket() {
    soldTwo();
    log.voided("o", 1, true);
    assertFound(Invariant.TICKET_VOID_AS_SAID, 6);

    LogCheckTest other = new LogCheckTest();
    other.soldTwo();
    other.log.invalidated("o", 1);
    other.assertFound(Invariant.TICKET_VOID_AS_SAID, 6);
  }

  @Test
  void aTicketVoidTwiceIsFound() {
    soldTwo();
    log.invalidated("o", 1).voided("o", 1, true).voided("o", 1, true);

    assertThat(log.check().findings())
        .extracting(Finding::invariant, Finding::position)
        .containsExactly(
            tuple(Invariant.TICKET_VOID_AS_SAID, 8L), tuple(Invariant.TICKET_VOID_AS_SAID, 8L));
  }

  @Test
  void aSeatWhoseTicketIsVoidButNotBackOnSaleStaysTaken() {
    soldTwo();
    log.invalidated("o", 1).voided("o", 1, false).placed("b", 1);

    assertFound(Invariant.SEAT_TAKEN_ONCE, 8);
  }

  @Test
  void aHoldAfterTheEndIsFound() {
    log.scheduled().took().placed("a", 1);
    assertFound(Invariant.NOTHING_AFTER_THE_END, 2);

    LogCheckTest other = new LogCheckTest();
    other.log.scheduled().cancelled().placed("a", 1);
    other.assertFound(Invariant.NOTHING_AFTER_THE_END, 2);
  }

  @Test
  void aPositionLeftOutIsFound() {
    log.scheduled().skipPosition().placed("a", 1);

    assertFound(Invariant.POSITIONS_DENSE, 2);
  }

  @Test
  void anEventOfAStreamLeftOutOrDoubledIsFound() {
    log.scheduled().skipSequence().placed("a", 1);
    assertFound(Invariant.STREAM_GAPLESS, 1);

    log.repeatSequence().placed("b", 2);
    assertThat(log.check().findingCount()).isEqualTo(2);
  }

  @Test
  void moreFaultsThanAreKeptAreCounted() {
    log.scheduled();
    for (int hold = 0; hold < 151; hold++) {
      log.placed("hold " + hold, 1);
    }

    LogReport report = log.check();

    assertThat(report.findingCount()).isEqualTo(150);
    assertThat(report.findings()).hasSize(100);
  }

  private void assertFound(Invariant invariant, long position) {
    LogReport report = log.check();
    assertThat(report.isClean()).isFalse();
    assertThat(report.findings())
        .extracting(Finding::invariant, Finding::position)
        .containsExactly(tuple(invariant, position));
  }
}
