package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** Money that goes back for tickets, to the cent. */
class RefundScenarioTest {

  private static final List<RefundId> SPARE = List.of(refund(1), refund(2), refund(3));
  private static final TicketId FIRST = Given.ticket(1);
  private static final TicketId SECOND = Given.ticket(2);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  /** Two seats at 25.00 and a free one: 20.00 paid in cash, 30.00 by card at a provider. */
  private void sold() {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));
    desk.apply(OrderFacts.placedWithComp(LIVE));
    desk.apply(OrderFacts.cash(payment(1), 2000));
    desk.apply(OrderFacts.captured(payment(2), 3000));
    OrderFacts.soldWithComp().forEach(desk::apply);
  }

  @Test
  void partsOfAPriceLeaveNothingOfNetAndTax() {
    sold();

    List<RefundedTicket> parts =
        List.of(part(833L).getFirst(), part(833L).getFirst(), part(834L).getFirst());

    assertThat(parts).extracting(RefundedTicket::grossMinor).containsExactly(833L, 833L, 834L);
    assertThat(parts.stream().mapToLong(RefundedTicket::netMinor).sum()).isEqualTo(2370);
    assertThat(parts.stream().mapToLong(RefundedTicket::taxMinor).sum()).isEqualTo(130);
    assertThat(parts).extracting(RefundedTicket::remainingMinor).containsExactly(1667L, 834L, 0L);
    assertThat(desk.order(ORDER).ticket(FIRST).isVoid()).isTrue();
    assertThat(desk.inventory().isSold(0)).as("free again").isFalse();
  }

  @Test
  void tenOfTwentyFiveAreTheCheckValue() {
    sold();

    RefundedTicket ten = part(1000L).getFirst();

    assertThat(ten.netMinor()).isEqualTo(948);
    assertThat(ten.taxMinor()).isEqualTo(52);
  }

  private List<RefundedTicket> part(Long amount) {
    return refunded(giveBack(List.of(FIRST), amount, RefundTo.ORIGINAL)).tickets();
  }

  @Test
  void moneyGoesBackAsItCame_paymentByPayment() {
    sold();

    TicketsRefunded both = refunded(giveBack(List.of(FIRST, SECOND), null, RefundTo.ORIGINAL));

    assertThat(both.parts())
        .extracting(
            RefundPart::paymentId, RefundPart::method, RefundPart::provider, RefundPart::isPaid)
        .containsExactly(
            tuple(payment(1), PaymentMethod.CASH, null, true),
            tuple(payment(2), PaymentMethod.CARD, PROVIDER, false));
    assertThat(both.parts()).extracting(RefundPart::amountMinor).containsExactly(2000L, 3000L);
    long tax =
        both.parts().stream()
            .flatMap(part -> part.taxes().stream())
            .mapToLong(TaxShare::taxMinor)
            .sum();
    assertThat(tax).as("what is cut adds up").isEqualTo(260);
    assertThat(both.revenue()).isEqualTo(RevenueStand.DEFERRED);
    assertThat(desk.order(ORDER).received().isZero()).isTrue();
    assertThat(desk.order(ORDER).outstanding().isZero()).isTrue();
  }

  @Test
  void aTransferIsOwedUntilItIsPaid_andCashIsHandedOver() {
    sold();

    TicketsRefunded transfer = refunded(giveBack(List.of(FIRST), null, RefundTo.TRANSFER));
    TicketsRefunded cash = refunded(giveBack(List.of(SECOND), null, RefundTo.CASH));

    assertThat(transfer.parts()).hasSize(2).allMatch(part -> !part.isPaid());
    assertThat(transfer.refundNumber()).isEqualTo(1);
    assertThat(cash.parts()).hasSize(1).allMatch(RefundPart::isPaid);
    assertThat(cash.parts().getFirst().provider()).isNull();
    assertThat(cash.refundNumber()).isEqualTo(2);
  }

  @Test
  void afterThePerformanceEarnedRevenueIsGivenUp_andThePlaceStaysSold() {
    sold();
    desk.apply(new PerformanceCompleted(PERFORMANCE));

    List<Event> events = giveBack(List.of(FIRST), null, RefundTo.CASH);

    assertThat(refunded(events).revenue()).isEqualTo(RevenueStand.EARNED);
    assertThat(((TicketsVoided) events.getLast()).isBackOnSale()).isFalse();
    assertThat(desk.inventory().isSold(0)).isTrue();
  }

  @Test
  void ofACancelledPerformanceEverythingLeftGoesBackOnce() {
    sold();
    giveBack(List.of(FIRST), null, RefundTo.CASH);
    desk.apply(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
    ReturnCancelled all = new ReturnCancelled(ORDER, PERFORMANCE, SPARE);

    TicketsRefunded rest = refunded(Then.events(desk.handle(all, NOW)));

    assertThat(rest.revenue()).isEqualTo(RevenueStand.OWED);
    assertThat(rest.tickets()).extracting(RefundedTicket::ticketId).containsExactly(SECOND);
    assertThat(rest.parts()).as("nobody stands at the counter").allMatch(part -> !part.isPaid());
    assertThat(desk.order(ORDER).tickets()).allMatch(OrderTicket::isVoid);
    assertThat(Then.events(desk.handle(all, NOW))).isEmpty();
  }

  @Test
  void aVoidTicketGivesItsPlaceBack_butNoMoney() {
    sold();

    List<Event> events =
        Then.events(
            desk.handle(
                new VoidTickets(ORDER, PERFORMANCE, List.of(FIRST), TicketReason.DUPLICATE), NOW));

    assertThat(((TicketsVoided) events.getLast()).tickets().getFirst().seatIndex()).isZero();
    assertThat(desk.inventory().isSold(0)).isFalse();
    assertThat(desk.order(ORDER).received()).isEqualTo(OrderFacts.euros(5000));
  }

  /** Whatever is given back in whatever pieces: in the end it is what was paid, net and tax. */
  @Test
  void anyRefundsOfAnyPricesAddUp() {
    long seed = Long.getLong("counterfoil.seed", 20261126L);
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      Desk house = Desk.after(Given.onsale(SaleRules.DEFAULT));
      List<PricedTicket> tickets = tickets(random);
      sell(house, tickets, random);
      long[] back = new long[2];
      List<TicketId> left = new ArrayList<>(tickets.stream().map(PricedTicket::ticketId).toList());
      while (!left.isEmpty()) {
        List<TicketId> some = left.subList(0, 1 + random.nextInt(left.size()));
        long most =
            some.stream().mapToLong(id -> house.order(ORDER).ticket(id).remainingMinor()).sum();
        long amount = 1 + random.nextLong(most);
        TicketsRefunded refunded =
            refunded(
                Then.events(house.handle(wish(List.copyOf(some), amount, RefundTo.ORIGINAL), NOW)));
        back[0] += refunded.tickets().stream().mapToLong(RefundedTicket::netMinor).sum();
        back[1] += refunded.tickets().stream().mapToLong(RefundedTicket::taxMinor).sum();
        long parts = refunded.parts().stream().mapToLong(RefundPart::amountMinor).sum();
        assertThat(parts).as("-Dcounterfoil.seed=%d, run %d", seed, run).isEqualTo(amount);
        left.removeIf(id -> house.order(ORDER).ticket(id).remainingMinor() == 0);
      }
      assertThat(back[0])
          .as("-Dcounterfoil.seed=%d, run %d", seed, run)
          .isEqualTo(tickets.stream().mapToLong(PricedTicket::netMinor).sum());
      assertThat(back[1]).isEqualTo(tickets.stream().mapToLong(PricedTicket::taxMinor).sum());
      assertThat(house.order(ORDER).received().isZero()).isTrue();
    }
  }

  private static List<PricedTicket> tickets(Random random) {
    String[] rates = {"0.9", "2.1", "5.5", "10", "20"};
    return IntStream.rangeClosed(1, 1 + random.nextInt(4))
        .mapToObj(
            n -> {
              TaxRate rate = new TaxRate(rates[random.nextInt(rates.length)]);
              TaxSplit split = rate.split(new Money(1 + random.nextInt(9000), EUR));
              return new PricedTicket(
                  Given.ticket(n),
                  HOLD,
                  Given.heldSeat("ORCH-A-" + n).seatId(),
                  null,
                  Given.heldSeat("ORCH-A-" + n).zone(),
                  Theatre.FULL,
                  new PublicLabel("Price FULL"),
                  split.gross().minor(),
                  split.net().minor(),
                  split.tax().minor(),
                  rate,
                  null);
            })
        .toList();
  }

  private static void sell(Desk house, List<PricedTicket> tickets, Random random) {
    long total = tickets.stream().mapToLong(PricedTicket::faceValueMinor).sum();
    long tax = tickets.stream().mapToLong(PricedTicket::taxMinor).sum();
    house.apply(
        Given.placed(
            HOLD,
            LIVE,
            tickets.stream().map(ticket -> ticket.seatId().value()).toArray(String[]::new)));
    house.apply(
        new OrderPlaced(
            ORDER,
            ORGANISATION,
            PERFORMANCE,
            Theatre.WEB,
            List.of(HOLD),
            tickets,
            EUR,
            total,
            tax,
            LIVE));
    long first = total == 1 ? 1 : 1 + random.nextLong(total - 1);
    house.apply(OrderFacts.cash(payment(1), first));
    if (first < total) {
      house.apply(OrderFacts.captured(payment(2), total - first));
    }
    List<IssuedNumber> numbers = new ArrayList<>();
    tickets.forEach(t -> numbers.add(new IssuedNumber(t.ticketId(), numbers.size() + 1)));
    house.apply(Given.sold(HOLD, ORDER, 0, tickets.toArray(PricedTicket[]::new)));
    house.apply(new OrderCompleted(ORDER, ORGANISATION, PERFORMANCE, numbers));
  }

  private List<Event> giveBack(List<TicketId> tickets, Long amount, RefundTo to) {
    return Then.events(desk.handle(wish(tickets, amount, to), NOW));
  }

  private static RefundTickets wish(List<TicketId> tickets, Long amount, RefundTo to) {
    return new RefundTickets(
        ORDER, PERFORMANCE, tickets, amount, to, TicketReason.CUSTOMER_REQUEST, true, SPARE);
  }

  private static TicketsRefunded refunded(List<Event> events) {
    return (TicketsRefunded) events.getFirst();
  }
}
