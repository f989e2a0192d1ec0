package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.counterfoil.domain.pass.PassUses;
import org.junit.jupiter.api.Test;

/** What the check of the log finds of passes. */
class PassCheckTest {

  private final WrittenLog log = new WrittenLog();

  private WrittenLog ordersTicket() {
    return log.scheduled().placed("a", 1).ordered("a", "o", 2_500).pass("v");
  }

  @Test
  void aPassThatIsUsedAsOftenAsItWasPaidForIsClean_alsoWithUsesThatCameBack() {
    ordersTicket().used("v", "o", "p", 1).capturedByPass("o", "p", 1).sold("a", "o", 1);
    log.completed("o", 1).used("v", "o", "q", 2).capturedByPass("o", "q", 2);
    log.owedToPass("o", "q", 2).usesReturned("v", "o", "q", 2).used("v", "x", "z", 3);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void aPassThatIsUsedOftenerThanItWasPaidForIsFound() {
    ordersTicket().used("v", "o", "p", 4).used("v", "o", "q", 1);

    assertFound(Invariant.PASS_USED_ONCE, 6);
  }

  @Test
  void aPassThatPaysTwiceForOnePaymentIsFound() {
    ordersTicket().used("v", "o", "p", 1).used("v", "o", "p", 1);

    assertFound(Invariant.PASS_USED_ONCE, 6);
  }

  @Test
  void anOrderThatSaysMoreThanItsPassPaidIsFound() {
    ordersTicket().used("v", "o", "p", 1).capturedByPass("o", "p", 2);

    assertFound(Invariant.PASS_USED_ONCE, 6);
  }

  @Test
  void aPassThatNobodyPaidForIsFound() {
    log.scheduled().passIssued("v");

    assertFound(Invariant.PASS_PAID_FOR, 1);
  }

  @Test
  void usesThatNoOrderOwesAreFound() {
    ordersTicket().used("v", "o", "p", 1).usesReturned("v", "o", "p", 1);

    assertFound(Invariant.PASS_PAID_FOR, 6);
  }

  @Test
  void aUseThatIsWorthLessThanWasPaidForItIsFound() {
    PassUses one = WrittenNames.FOUR.uses(1);
    PassUses cheaper =
        new PassUses(
            1,
            one.currency(),
            one.grossMinor(),
            one.netMinor() + 1,
            one.taxMinor() - 1,
            one.taxRate());
    ordersTicket().used("v", "o", "p", cheaper);

    assertFound(Invariant.PASS_USES_ALIKE, 5);
  }

  private void assertFound(Invariant invariant, long position) {
    assertThat(log.check().findings())
        .extracting(Finding::invariant, Finding::position)
        .containsExactly(tuple(invariant, position));
  }
}
