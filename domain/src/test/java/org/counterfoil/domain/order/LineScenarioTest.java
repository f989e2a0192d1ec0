package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.List;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** Two seats at 25.00, a booking fee of 1.50 for each, delivery at 3.00, and 10.00 given. */
class LineScenarioTest {

  private static final List<RefundId> SPARE = List.of(refund(1), refund(2), refund(3));
  private static final TicketId FIRST = Given.ticket(1);
  private static final TicketId SECOND = Given.ticket(2);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  private OrderPlaced ordered() {
    PriceList prices = Theatre.prices();
    desk.apply(
        new PriceListChanged(
            PERFORMANCE, 2, new PriceList(prices.currency(), prices.zones(), Fees.all(true))));
    desk.apply(Fees.heldAtVersion(2, HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    desk.apply(new PriceListChanged(PERFORMANCE, 3, Theatre.prices()));
    return (OrderPlaced) Then.events(desk.handle(order(), NOW)).get(1);
  }

  private static PlaceOrder order() {
    return new PlaceOrder(
        ORDER,
        PERFORMANCE,
        List.of(HOLD),
        List.of(
            new TicketWish(FIRST, Theatre.seat("ORCH-A-1"), null, FULL, null),
            new TicketWish(SECOND, Theatre.seat("ORCH-A-2"), null, FULL, null)),
        List.of(
            new FeeWish(Fees.line(1), Fees.BOOKING),
            new FeeWish(Fees.line(2), Fees.DELIVERY),
            new DonationWish(Fees.line(3), 1_000)),
        BUYER);
  }

  private void sold() {
    ordered();
    Then.events(desk.handle(take(1, 2_000), NOW));
    Then.events(desk.handle(take(2, 4_600), NOW));
  }

  private static TakePayment take(int payment, long minor) {
    return new TakePayment(
        ORDER, PERFORMANCE, payment(payment), PaymentMethod.CASH, null, euros(minor));
  }

  @Test
  void linesAreFrozenAsTheHoldWasOfferedThem() {
    OrderPlaced placed = ordered();

    assertThat(placed.totalMinor()).isEqualTo(5_000 + 300 + 300 + 1_000);
    assertThat(placed.taxMinor()).isEqualTo(260 + 50 + 50);
    PricedLine booking = placed.lines().getFirst();
    assertThat(booking.quantity()).as("once for each ticket").isEqualTo(2);
    assertThat(booking.netMinor()).isEqualTo(250);
    assertThat(booking.account()).as("the chart's").isNull();
    assertThat(placed.lines().get(1).account()).isEqualTo(new AccountNumber("7085"));
    assertThat(placed.lines().get(2).taxRate()).as("a gift").isEqualTo(new TaxRate("0"));
  }

  @Test
  void paymentsCoverLines_andNothingIsSoldBeforeThat() {
    ordered();

    assertThat(Then.events(desk.handle(take(1, 5_000), NOW)))
        .as("as much as the tickets cost")
        .hasSize(1);
    assertThat(desk.order(ORDER).lines()).isEmpty();
    assertThat(Then.code(desk.decide(take(2, 1_601), NOW))).isEqualTo(OrderRejection.OVERPAYMENT);
    assertThat(Then.events(desk.handle(take(2, 1_600), NOW)))
        .last()
        .isInstanceOf(OrderCompleted.class);
    assertThat(desk.order(ORDER).lines()).hasSize(3);
    assertThat(desk.order(ORDER).outstanding().isZero()).isTrue();
  }

  @Test
  void whatWasPaidOfALapsedOrderIsOwedWithItsLines() {
    ordered();
    Then.events(desk.handle(take(1, 5_100), NOW));

    List<Event> events = Then.events(desk.handle(new LapseOrder(ORDER, PERFORMANCE, SPARE), NOW));

    assertThat(events).hasSize(2);
    assertThat(desk.order(ORDER).received().isZero()).isTrue();
  }

  @Test
  void feesAreKeptUnlessTheyAreAskedFor() {
    sold();

    TicketsRefunded without = refunded(wish(List.of(FIRST), List.of(), false, null));
    TicketsRefunded with = refunded(wish(List.of(SECOND), List.of(), true, null));

    assertThat(without.lines()).isEmpty();
    assertThat(with.lines())
        .extracting(RefundedLine::lineId)
        .containsExactly(Fees.line(1), Fees.line(2));
    assertThat(with.lines()).extracting(RefundedLine::grossMinor).containsExactly(300L, 300L);
    assertThat(with.parts().stream().mapToLong(RefundPart::amountMinor).sum()).isEqualTo(3_100);
    assertThat(desk.order(ORDER).received()).as("the gift").isEqualTo(euros(1_000));
    assertThat(Then.code(desk.decide(wish(List.of(), List.of(), true, null), NOW)))
        .isEqualTo(OrderRejection.NOTHING_TO_REFUND);
  }

  @Test
  void partsOfAFeeLeaveNothingOfNetAndTax() {
    sold();

    long tax = 0;
    for (long part : new long[] {100, 100, 100}) {
      TicketsRefunded refunded = refunded(wish(List.of(), List.of(Fees.line(1)), false, part));
      assertThat(refunded.tickets()).isEmpty();
      tax += refunded.lines().getFirst().taxMinor();
    }

    assertThat(tax).isEqualTo(50);
    assertThat(desk.order(ORDER).lines().getFirst().remainingMinor()).isZero();
  }

  @Test
  void anAmountIsSpreadOverTicketsAndFees() {
    sold();

    TicketsRefunded some = refunded(wish(List.of(FIRST, SECOND), List.of(), true, 2_800L));

    assertThat(some.tickets())
        .extracting(RefundedTicket::grossMinor)
        .containsExactly(1_250L, 1_250L);
    assertThat(some.lines()).extracting(RefundedLine::grossMinor).containsExactly(150L, 150L);
    long taxes =
        some.parts().stream()
            .flatMap(part -> part.taxes().stream())
            .mapToLong(TaxShare::taxMinor)
            .sum();
    assertThat(taxes)
        .isEqualTo(
            some.tickets().stream().mapToLong(RefundedTicket::taxMinor).sum()
                + some.lines().stream().mapToLong(RefundedLine::taxMinor).sum());
  }

  @Test
  void aGiftGoesBackWhereItIsNamed_once() {
    sold();
    List<LineId> gift = List.of(Fees.line(3));

    assertThat(refunded(wish(List.of(), gift, false, null)).lines())
        .extracting(RefundedLine::taxMinor)
        .containsExactly(0L);

    assertThat(Then.code(desk.decide(wish(List.of(), gift, false, null), NOW)))
        .isEqualTo(OrderRejection.NOTHING_TO_REFUND);
    assertThat(Then.code(desk.decide(wish(List.of(), List.of(Fees.line(9)), false, null), NOW)))
        .isEqualTo(OrderRejection.UNKNOWN_LINE);
    assertThat(
            Then.code(
                desk.decide(
                    wish(List.of(), List.of(Fees.line(1), Fees.line(1)), false, null), NOW)))
        .isEqualTo(OrderRejection.LINE_REPEATED);
  }

  @Test
  void linesOfAnUnpaidOrderAreNotGivenBack() {
    ordered();

    assertThat(Then.code(desk.decide(wish(List.of(), List.of(), true, null), NOW)))
        .isEqualTo(OrderRejection.ORDER_NOT_COMPLETED);
  }

  @Test
  void aCancelledPerformanceGivesFeesBackAsTheOrganiserSays() {
    sold();
    desk.apply(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));

    TicketsRefunded all = returned();

    assertThat(all.lines()).hasSize(2);
    assertThat(all.parts().stream().mapToLong(RefundPart::amountMinor).sum()).isEqualTo(5_600);
    assertThat(returnedAgain()).isEmpty();
  }

  @Test
  void orItKeepsThem() {
    sold();
    desk.apply(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, false, null));

    TicketsRefunded all = returned();

    assertThat(all.lines()).isEmpty();
    assertThat(all.parts().stream().mapToLong(RefundPart::amountMinor).sum()).isEqualTo(5_000);
    assertThat(returnedAgain()).isEmpty();
    assertThat(desk.order(ORDER).received()).isEqualTo(euros(1_600));
  }

  private TicketsRefunded returned() {
    return (TicketsRefunded) returnedAgain().getFirst();
  }

  private List<Event> returnedAgain() {
    return Then.events(desk.handle(new ReturnCancelled(ORDER, PERFORMANCE, SPARE), NOW));
  }

  private TicketsRefunded refunded(RefundTickets refund) {
    return (TicketsRefunded) Then.events(desk.handle(refund, NOW)).getFirst();
  }

  private static RefundTickets wish(
      List<TicketId> tickets, List<LineId> lines, boolean withFees, Long amount) {
    return new RefundTickets(
        ORDER,
        PERFORMANCE,
        tickets,
        lines,
        withFees,
        amount,
        RefundTo.CASH,
        TicketReason.GOODWILL,
        true,
        SPARE);
  }
}
