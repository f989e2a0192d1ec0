package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.performance.SaleRules;
import org.junit.jupiter.api.Test;

/** Money in another currency than the order's buys nothing, and is owed back all the same (I8). */
class ForeignMoneyTest {

  private static final Money FRANCS = new Money(5000, Currency.getInstance("CHF"));

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  ForeignMoneyTest() {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    desk.apply(Given.ordered(HOLD, ORDER, LIVE));
    desk.apply(OrderFacts.placed(LIVE));
    desk.apply(OrderFacts.started(payment(1), 5000));
    desk.apply(OrderFacts.started(payment(2), 5000));
  }

  @Test
  void moneyInAnotherCurrencyIsRecordedAndOwedBack() {
    List<Event> events = Then.events(desk.handle(confirm(1, FRANCS), NOW));

    assertThat(events)
        .containsExactly(
            new PaymentCaptured(
                ORDER,
                Theatre.ORGANISATION,
                PERFORMANCE,
                payment(1),
                PaymentMethod.CARD,
                PROVIDER,
                null,
                FRANCS),
            new RefundDue(
                ORDER,
                Theatre.ORGANISATION,
                PERFORMANCE,
                refund(1),
                payment(1),
                PaymentMethod.CARD,
                PROVIDER,
                FRANCS,
                RefundReason.PAID_IN_ANOTHER_CURRENCY));
  }

  @Test
  void theOrderIsAsUnpaidAsBefore() {
    desk.handle(confirm(1, FRANCS), NOW);

    assertThat(desk.order(ORDER).outstanding()).isEqualTo(euros(5000));
    assertThat(DecisionTable.answer(desk.handle(confirm(2, euros(5000)), NOW)))
        .isEqualTo("PaymentCaptured HoldSold OrderCompleted");
  }

  private static ConfirmPayment confirm(int payment, Money amount) {
    return new ConfirmPayment(
        ORDER, PERFORMANCE, payment(payment), amount, Given.hold(9), refund(payment));
  }
}
