package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherRejection;
import org.counterfoil.eventstore.check.Invariant;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.time.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One voucher is spent through two processes at once, for orders that no lane has in common. The
 * log has the last word; without it, the voucher pays twice.
 */
class VoucherOfTwoProcessesTest {

  private static final Money PRICE = new Money(2_500, Currency.getInstance("EUR"));

  private final DrivenClock clock = DrivenClock.standingAt(Instant.parse("2026-09-01T12:00:00Z"));
  private final TestStore store = new TestStore();
  private final Hall hall = new Hall(clock.instant().plus(Duration.ofDays(30)));
  private final List<HashedLanes> processes = new ArrayList<>();
  private final HashedLanes one = start(Guards.ALL);
  private final VoucherId voucher = sold();

  @AfterEach
  void stop() {
    processes.forEach(HashedLanes::stop);
  }

  @Test
  void whoIsOvertakenDecidesAgain_andTheVoucherPaysOnce() {
    Outcome late = spentAfterARivalWasFaster();

    assertThat(late)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.code()).isEqualTo(VoucherRejection.VOUCHER_BALANCE_TOO_LOW));
    assertThat(LogCheck.of(store.log()).findings()).isEmpty();
  }

  @Test
  void withoutTheUniqueSequence_itPaysTwice_andTheCheckSaysSo() {
    store.dropUniqueSequences();

    Outcome late = spentAfterARivalWasFaster();

    assertThat(late).isInstanceOf(Outcome.Accepted.class);
    assertThat(LogCheck.of(store.log()).findings())
        .extracting(finding -> finding.invariant())
        .contains(Invariant.VOUCHER_SPENT_ONCE, Invariant.STREAM_GAPLESS);
  }

  /** The other has decided, and not yet stored, when the first one's payment is stored. */
  private Outcome spentAfterARivalWasFaster() {
    AtomicInteger times = new AtomicInteger();
    HashedLanes two =
        start(
            Guards.ALL.withRival(
                () -> {
                  if (times.getAndIncrement() == 0) {
                    assertThat(spend(one)).isInstanceOf(Outcome.Accepted.class);
                  }
                }));
    return spend(two);
  }

  private Outcome spend(HashedLanes process) {
    return process.submit(
        Hall.by(
            new SpendVoucher(voucher, new OrderId(Hall.id()), new PaymentId(Hall.id()), PRICE)));
  }

  /** A voucher of 25.00, sold alone. */
  private VoucherId sold() {
    OrderId order = new OrderId(Hall.id());
    LineId line = new LineId(Hall.id());
    accept(
        new PlaceOrderWithoutTickets(
            order,
            hall.organisation,
            new SalesChannel("COUNTER"),
            PRICE.currency(),
            List.of(new VoucherWish(line, PRICE.minor(), 365))));
    accept(
        new TakePayment(
            order, PerformanceId.NONE, new PaymentId(Hall.id()), PaymentMethod.CASH, null, PRICE));
    return new VoucherId(line.value());
  }

  private void accept(Command command) {
    assertThat(one.submit(Hall.by(command))).isInstanceOf(Outcome.Accepted.class);
  }

  private HashedLanes start(Guards guards) {
    HashedLanes process = store.process(Hall.plan(1, 2), clock, guards);
    processes.add(process);
    return process;
  }
}
