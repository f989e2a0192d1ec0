package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders over several performances, kept and broken. */
class JointCheckTest {

  private static final Invariant VOUCHER = Invariant.VOUCHER_SPENT_ONCE;

  private final WrittenLog log = new WrittenLog();

  @Test
  void partsThatAreSoldTogetherAreAsTheyShouldBe() {
    given();
    log.captured("o", "p", 2_500).sold("a", "o", 1).completed("o", 1);
    log.captured("q", "p", 2_500).sold("b", "q", 2).completed("q", 2);

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void partsThatWaitOrLapseTogetherAreAsTheyShouldBe() {
    given();
    assertThat(log.check().findings()).isEmpty();

    log.released("a").lapsed("o").released("b").lapsed("q");

    assertThat(log.check().findings()).isEmpty();
  }

  @Test
  void onePartSoldWithoutTheOtherIsFound() {
    given();
    log.captured("o", "p", 2_500).sold("a", "o", 1).completed("o", 1);

    assertFound();
  }

  @Test
  void aPartThatIsNotJoinedToTheOthersIsFound() {
    log.scheduled().placed("a", 1).placed("b", 2);
    log.ordered("a", "o", 2_500).joined("o", "o", "q").ordered("b", "q", 2_500);

    assertFound();
  }

  @Test
  void aPartOfSomethingElseIsFound() {
    log.scheduled().placed("a", 1).ordered("a", "o", 2_500).joined("o", "q", "r");

    assertFound();
  }

  @Test
  void partsWithDifferentEndsAreFound() {
    log.scheduled().placed("a", 1).placed("b", 2);
    log.ordered("a", "o", 2_500).joined("o", "o", "q").later(Duration.ofSeconds(1));
    log.ordered("b", "q", 2_500).joined("q", "o", "q");

    assertFound();
  }

  @Test
  void whatAVoucherPaidForAllPartsAddsUp() {
    given();
    log.voucher("v", 9_000).spent("v", "o", "p", 5_000);
    log.capturedByVoucher("o", "p", 2_500).sold("a", "o", 1).completed("o", 1);
    log.capturedByVoucher("q", "p", 2_500).sold("b", "q", 2).completed("q", 2);
    log.owedToVoucher("q", "p", 2_500).credited("v", "q", "p", 2_500);

    assertThat(log.check().findings()).extracting(Finding::invariant).doesNotContain(VOUCHER);
  }

  @Test
  void aVouchersMoneyThatDidNotArriveInAllPartsIsFound() {
    given();
    log.voucher("v", 9_000).spent("v", "o", "p", 5_000).capturedByVoucher("o", "p", 2_500);

    assertThat(log.check().findings()).extracting(Finding::invariant).containsOnly(VOUCHER);
  }

  @Test
  void morePaidToThePartsThanTheVoucherGaveIsFound() {
    given();
    log.voucher("v", 9_000).spent("v", "o", "p", 4_999);
    log.capturedByVoucher("o", "p", 2_500).capturedByVoucher("q", "p", 2_500);

    assertThat(log.check().findings()).extracting(Finding::invariant).contains(VOUCHER);
  }

  private void given() {
    log.scheduled().placed("a", 1).placed("b", 2);
    log.ordered("a", "o", 2_500).joined("o", "o", "q");
    log.ordered("b", "q", 2_500).joined("q", "o", "q");
  }

  private void assertFound() {
    assertThat(log.check().findings())
        .extracting(Finding::invariant)
        .isNotEmpty()
        .containsOnly(Invariant.JOINT_ALL_OR_NONE);
  }
}
