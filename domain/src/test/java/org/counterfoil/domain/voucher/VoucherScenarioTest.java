package org.counterfoil.domain.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.junit.jupiter.api.Test;

/** A voucher of 50.00 for a year. */
class VoucherScenarioTest {

  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127);
  private static final VoucherId VOUCHER = new VoucherId(Theatre.id(700));
  private static final Instant END = NOW.plus(Duration.ofDays(365));

  private final VoucherDecider decider = new VoucherDecider();
  private final Voucher state = new Voucher();

  VoucherScenarioTest() {
    decider.evolve(
        state,
        new VoucherIssued(
            VOUCHER, ORGANISATION, Given.order(9), VoucherOrigin.SALE, euros(5_000), END));
  }

  @Test
  void itIsSpentInParts_andNoCentMore() {
    assertThat(spend(1, 2_000)).isTrue();
    assertThat(spend(2, 3_000)).isTrue();
    assertThat(spend(3, 1)).isFalse();
    assertThat(state.balance().isZero()).isTrue();
  }

  @Test
  void thesamePaymentIsMadeOnce() {
    assertThat(spend(1, 2_000)).isTrue();
    assertThat(spend(1, 2_000)).isTrue();
    assertThat(state.balance()).isEqualTo(euros(3_000));
  }

  @Test
  void whatGoesBackCanBeSpentAgain_forAWhileAtLeast() {
    Instant late = END.minus(Duration.ofDays(1));
    spend(1, 5_000);

    handle(credit(1, 5_000), late);
    handle(credit(1, 5_000), late);

    assertThat(state.balance()).isEqualTo(euros(5_000));
    assertThat(state.expiresAt()).isEqualTo(late.plus(VoucherDecider.TO_SPEND_AGAIN));
    handle(credit(2, 100), NOW);
    assertThat(state.expiresAt())
        .as("never sooner than before")
        .isEqualTo(late.plus(VoucherDecider.TO_SPEND_AGAIN));
  }

  @Test
  void whatIsLeftExpiresWhenItsTimeIsOver_once() {
    spend(1, 2_000);

    assertThat(handle(new ExpireVoucher(VOUCHER), END.minusNanos(1))).isEmpty();
    assertThat(handle(new ExpireVoucher(VOUCHER), END))
        .containsExactly(new VoucherExpired(VOUCHER, ORGANISATION, euros(3_000)));
    assertThat(handle(new ExpireVoucher(VOUCHER), END)).isEmpty();
  }

  @Test
  void byChanceItsBalanceIsWhatWentInLessWhatWentOut() {
    System.out.println("counterfoil.seed=" + SEED);
    Random random = new Random(SEED);
    long balance = 5_000;
    for (int step = 0; step < 2_000; step++) {
      long minor = 1L + random.nextInt(900);
      if (random.nextInt(5) < 3) {
        balance -= spend(step, minor) ? minor : 0;
      } else {
        handle(credit(step, minor), NOW);
        balance += minor;
      }
      assertThat(state.balance().minor()).as("seed %s", SEED).isEqualTo(balance);
      assertThat(balance).isNotNegative();
    }
  }

  /** 47.39 and 2.61 of tax, whatever it is spent in, and given back, and however it ends. */
  @Test
  void partsOfASinglePurposeVoucherAddUpToIt() {
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      Voucher taxed = new Voucher();
      decider.evolve(
          taxed,
          new VoucherIssued(
              VOUCHER,
              ORGANISATION,
              Given.order(9),
              VoucherOrigin.SALE,
              euros(5_000),
              new TaxRate("5.5"),
              END));
      long net = 0;
      long tax = 0;
      for (int step = 0; step < 12; step++) {
        long minor = 1L + random.nextInt(1_500);
        VoucherCommand command =
            random.nextInt(4) == 0
                ? credit(step, minor)
                : new SpendVoucher(
                    VOUCHER, Given.order(1), new PaymentId(Theatre.id(900L + step)), euros(minor));
        for (VoucherEvent event : accepted(command, taxed, NOW)) {
          TaxedPart share =
              event instanceof VoucherSpent spent
                  ? spent.taxed()
                  : ((VoucherCredited) event).taxed();
          int sign = event instanceof VoucherSpent ? 1 : -1;
          assertThat(share.netMinor() + share.taxMinor()).isEqualTo(minor);
          net += sign * share.netMinor();
          tax += sign * share.taxMinor();
        }
      }
      for (VoucherEvent event :
          accepted(new ExpireVoucher(VOUCHER), taxed, END.plus(Duration.ofDays(400)))) {
        net += ((VoucherExpired) event).taxed().netMinor();
        tax += ((VoucherExpired) event).taxed().taxMinor();
      }
      assertThat(net).as("net of seed %s", SEED).isEqualTo(4_739);
      assertThat(tax).as("tax of seed %s", SEED).isEqualTo(261);
    }
  }

  private List<VoucherEvent> accepted(VoucherCommand command, Voucher voucher, Instant now) {
    if (decider.decide(command, voucher, now) instanceof Decision.Accepted<VoucherEvent> done) {
      done.events().forEach(event -> decider.evolve(voucher, event));
      return done.events();
    }
    return List.of();
  }

  private boolean spend(int payment, long minor) {
    SpendVoucher spend =
        new SpendVoucher(
            VOUCHER, Given.order(1), new PaymentId(Theatre.id(10_000L + payment)), euros(minor));
    Decision<VoucherEvent> decision = decider.decide(spend, state, NOW);
    if (decision instanceof Decision.Accepted<VoucherEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(state, event));
      return true;
    }
    return false;
  }

  private static CreditVoucher credit(int refund, long minor) {
    return new CreditVoucher(
        VOUCHER, Given.order(1), new RefundId(Theatre.id(20_000L + refund)), euros(minor));
  }

  private List<VoucherEvent> handle(VoucherCommand command, Instant now) {
    Decision<VoucherEvent> decision = decider.decide(command, state, now);
    List<VoucherEvent> events = ((Decision.Accepted<VoucherEvent>) decision).events();
    events.forEach(event -> decider.evolve(state, event));
    return events;
  }

  private static Money euros(long minor) {
    return new Money(minor, EUR);
  }
}
