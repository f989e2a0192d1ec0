package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Duration;
import java.util.List;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.voucher.VoucherOrigin;
import org.junit.jupiter.api.Test;

/** A seat at 25.00, and vouchers: sold beside it, paying for it, taking its money back. */
class VoucherSaleScenarioTest {

  private static final VoucherId PAYING = new VoucherId(Theatre.id(700));
  private static final LineId LINE = Fees.line(5);
  private static final List<RefundId> SPARE = List.of(refund(1), refund(2), refund(3));

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  private void ordered(LineWish... lines) {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1"));
    Then.events(
        desk.handle(
            new PlaceOrder(
                ORDER,
                PERFORMANCE,
                List.of(HOLD),
                List.of(
                    new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-1"), null, FULL, null)),
                List.of(lines),
                BUYER),
            NOW));
  }

  private static TakePayment cash(long minor) {
    return new TakePayment(ORDER, PERFORMANCE, payment(1), PaymentMethod.CASH, null, euros(minor));
  }

  private static StartPayment start(int payment, long minor) {
    return new StartPayment(
        ORDER,
        PERFORMANCE,
        payment(payment),
        PaymentMethod.VOUCHER,
        ProviderName.VOUCHERS,
        PAYING,
        euros(minor));
  }

  private static ConfirmPayment confirm(int payment, long minor) {
    return new ConfirmPayment(
        ORDER, PERFORMANCE, payment(payment), euros(minor), Given.hold(9), refund(9));
  }

  @Test
  void aVoucherIsIssuedWhenItIsPaid_andNotBefore() {
    ordered(new VoucherWish(LINE, 5_000, 100));

    assertThat(Then.events(desk.handle(cash(2_500), NOW))).hasSize(1);
    TakePayment rest =
        new TakePayment(ORDER, PERFORMANCE, payment(2), PaymentMethod.CASH, null, euros(5_000));
    List<Event> events = Then.events(desk.handle(rest, NOW));

    assertThat(events.getLast())
        .isEqualTo(
            new VoucherIssued(
                new VoucherId(LINE.value()),
                ORGANISATION,
                ORDER,
                VoucherOrigin.SALE,
                euros(5_000),
                NOW.plus(Duration.ofDays(100))));
  }

  @Test
  void aVoucherBuysNoOther_whichWouldLastForEver() {
    ordered(new VoucherWish(LINE, 5_000, 100));

    assertThat(Then.code(desk.decide(start(1, 2_500), NOW)))
        .isEqualTo(OrderRejection.VOUCHER_BUYS_NO_VOUCHER);
  }

  @Test
  void nobodyHasAVoucherBeforeItIsPaid() {
    ordered(new VoucherWish(LINE, 5_000, 100));

    assertThat(Then.code(desk.decide(new SellOnAccount(ORDER, PERFORMANCE), NOW)))
        .isEqualTo(OrderRejection.VOUCHER_NOT_ON_ACCOUNT);
  }

  @Test
  void itPaysAPart_andTheRestIsMoney() {
    ordered();
    Then.events(desk.handle(start(2, 1_000), NOW));
    Then.events(desk.handle(confirm(2, 1_000), NOW));

    assertThat(desk.order(ORDER).outstanding()).isEqualTo(euros(1_500));
    assertThat(desk.order(ORDER).payment(payment(2)).voucherId()).isEqualTo(PAYING);
    Then.events(desk.handle(cash(1_500), NOW));
    assertThat(desk.order(ORDER).status()).isEqualTo(Order.Status.COMPLETED);
  }

  @Test
  void ofACancelledPerformanceItsMoneyGoesBackToIt() {
    ordered();
    Then.events(desk.handle(start(2, 1_000), NOW));
    Then.events(desk.handle(confirm(2, 1_000), NOW));
    Then.events(desk.handle(cash(1_500), NOW));
    desk.apply(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));

    TicketsRefunded all =
        (TicketsRefunded)
            Then.events(desk.handle(new ReturnCancelled(ORDER, PERFORMANCE, SPARE), NOW))
                .getFirst();

    RefundPart back = all.parts().getFirst();
    assertThat(back.provider()).isEqualTo(ProviderName.VOUCHERS);
    assertThat(back.paymentId()).isEqualTo(payment(2));
    assertThat(back.amountMinor()).isEqualTo(1_000);
    assertThat(back.isPaid()).as("its voucher is to hear of it").isFalse();
    assertThat(RefundPart.newVoucher(all.parts())).isNull();
  }

  @Test
  void aRefundToAVoucherIsOneNewVoucher_whateverPaid() {
    ordered();
    Then.events(desk.handle(start(2, 1_000), NOW));
    Then.events(desk.handle(confirm(2, 1_000), NOW));
    Then.events(desk.handle(cash(1_500), NOW));

    List<Event> events =
        Then.events(
            desk.handle(
                new RefundTickets(
                    ORDER,
                    PERFORMANCE,
                    List.of(Given.ticket(1)),
                    null,
                    RefundTo.VOUCHER,
                    TicketReason.GOODWILL,
                    true,
                    SPARE),
                NOW));

    TicketsRefunded refunded = (TicketsRefunded) events.getFirst();
    assertThat(refunded.parts()).hasSize(2).allMatch(RefundPart::isPaid);
    VoucherIssued issued = (VoucherIssued) events.getLast();
    assertThat(issued.amount()).isEqualTo(euros(2_500));
    assertThat(issued.expiresAt())
        .as("a year where nothing is set")
        .isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(issued.origin()).isEqualTo(VoucherOrigin.REFUND);
    assertThat(issued.voucherId()).isEqualTo(RefundPart.newVoucher(refunded.parts()));
  }

  @Test
  void aSoldVoucherIsSpent_andNotGivenBack() {
    ordered(new VoucherWish(LINE, 5_000, 100));
    Then.events(desk.handle(cash(7_500), NOW));

    assertThat(
            Then.code(
                desk.decide(
                    new RefundTickets(
                        ORDER,
                        PERFORMANCE,
                        List.of(),
                        List.of(LINE),
                        false,
                        null,
                        RefundTo.CASH,
                        TicketReason.GOODWILL,
                        true,
                        SPARE),
                    NOW)))
        .isEqualTo(OrderRejection.VOUCHER_NOT_REFUNDED);
  }
}
