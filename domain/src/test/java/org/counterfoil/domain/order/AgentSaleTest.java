package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** An organisation sells another one's tickets on that one's account. */
class AgentSaleTest {

  private static final OrganisationId AGENT = new OrganisationId(Theatre.id(77));
  private static final SalesChannel OFFICE = new SalesChannel("OFFICE");
  private static final HoldId OTHER = Given.hold(2);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  @Test
  void whatTheAgentTakesIsAFactOfItsOwnBooksToo() {
    sold(OFFICE);

    List<Event> events = desk.log().subList(desk.log().size() - 4, desk.log().size());

    assertThat(events.get(0)).isInstanceOf(PaymentCaptured.class);
    assertThat(events.get(1))
        .isEqualTo(
            new AgentTookMoney(
                ORDER,
                AGENT,
                PERFORMANCE,
                ORGANISATION,
                payment(1),
                PaymentMethod.CASH,
                euros(2500)));
    assertThat(events.getLast()).isInstanceOf(OrderCompleted.class);
    assertThat(desk.order(ORDER).agent()).isEqualTo(AGENT);
  }

  @Test
  void anotherChannelIsTheOrganisersOwn() {
    sold(WEB);

    assertThat(desk.log()).noneMatch(AgentNamed.class::isInstance);
    assertThat(desk.log()).noneMatch(AgentTookMoney.class::isInstance);
    assertThat(desk.order(ORDER).agent()).isNull();
  }

  @Test
  void whoSellsForTheOrganisationNeedsNoPerformanceToSayIt() {
    desk.apply(hold(HOLD, OFFICE, "ORCH-A-1"));
    Caller caller = new Caller(OFFICE, java.util.Set.of(), List.of(new SalesAgent(OFFICE, AGENT)));

    desk.handle(
        new PlaceOrder(ORDER, PERFORMANCE, List.of(HOLD), List.of(seat(1, "ORCH-A-1")), caller),
        NOW);

    assertThat(desk.order(ORDER).agent()).isEqualTo(AGENT);
  }

  @Test
  void theMoneyOfOneOrderIsInOneTill_alsoWhereTheOrganisationNamesTheAgent() {
    desk.apply(hold(HOLD, WEB, "ORCH-A-1"));
    desk.apply(hold(OTHER, OFFICE, "ORCH-A-2"));
    Caller caller = new Caller(WEB, java.util.Set.of(), List.of(new SalesAgent(OFFICE, AGENT)));

    assertThat(
            Then.code(
                desk.decide(
                    new PlaceOrder(
                        ORDER,
                        PERFORMANCE,
                        List.of(HOLD, OTHER),
                        List.of(seat(1, "ORCH-A-1"), seat(2, "ORCH-A-2")),
                        caller),
                    NOW)))
        .isEqualTo(OrderRejection.AGENTS_DIFFER);
  }

  /** Who named it later is not the agent of what was ordered before. */
  @Test
  void anAgentIsNamedForLaterOrdersOnly() {
    desk.apply(hold(HOLD, OFFICE, "ORCH-A-1"));
    desk.handle(order(List.of(HOLD), "ORCH-A-1"), NOW);
    desk.apply(agents());

    desk.handle(pay(), NOW);

    assertThat(desk.log()).noneMatch(AgentTookMoney.class::isInstance);
  }

  @Test
  void theMoneyOfOneOrderIsInOneTill() {
    desk.apply(agents());
    desk.apply(hold(HOLD, OFFICE, "ORCH-A-1"));
    desk.apply(hold(OTHER, WEB, "ORCH-A-2"));

    assertThat(Then.code(desk.decide(order(List.of(HOLD, OTHER), "ORCH-A-1", "ORCH-A-2"), NOW)))
        .isEqualTo(OrderRejection.AGENTS_DIFFER);
    assertThat(Then.code(desk.decide(order(List.of(OTHER, HOLD), "ORCH-A-2", "ORCH-A-1"), NOW)))
        .isEqualTo(OrderRejection.AGENTS_DIFFER);
  }

  @Test
  void noProviderOfTheOrganiserTakesIt() {
    ordered(OFFICE);
    StartPayment start =
        new StartPayment(ORDER, PERFORMANCE, payment(1), PaymentMethod.CARD, PROVIDER, euros(2500));

    assertThat(Then.code(desk.decide(start, NOW))).isEqualTo(OrderRejection.SOLD_BY_AGENT);
  }

  @Test
  void itIsNotPutOnTheOrganisersAccount() {
    ordered(OFFICE);

    assertThat(Then.code(desk.decide(new SellOnAccount(ORDER, PERFORMANCE), NOW)))
        .isEqualTo(OrderRejection.SOLD_BY_AGENT);
  }

  /** The organiser decides; the agent hands the money over, and its books say when. */
  @Test
  void aRefundIsOwedUntilTheAgentHasPaidIt() {
    sold(OFFICE);

    TicketsRefunded refunded =
        (TicketsRefunded)
            Then.events(
                    desk.handle(
                        new RefundTickets(
                            ORDER,
                            PERFORMANCE,
                            List.of(Given.ticket(1)),
                            null,
                            RefundTo.ORIGINAL,
                            TicketReason.CUSTOMER_REQUEST,
                            true,
                            List.of(refund(1))),
                        NOW))
                .getFirst();
    List<Event> paid =
        Then.events(
            desk.handle(
                new PayRefund(ORDER, PERFORMANCE, refund(1), PaymentMethod.CASH, null), NOW));

    assertThat(refunded.parts()).extracting(RefundPart::isPaid).containsExactly(false);
    assertThat(paid).hasSize(2);
    assertThat(paid.getFirst()).isInstanceOf(RefundPaidOut.class);
    assertThat(paid.getLast())
        .isEqualTo(
            new AgentGaveMoneyBack(
                ORDER,
                AGENT,
                PERFORMANCE,
                ORGANISATION,
                refund(1),
                PaymentMethod.CASH,
                euros(2500)));
  }

  @Test
  void itIsNotExchanged_forTheDifferenceWouldBeInAnotherTill() {
    sold(OFFICE);
    desk.apply(hold(OTHER, WEB, "ORCH-A-2"));
    ExchangeTickets exchange =
        new ExchangeTickets(
            ORDER,
            PERFORMANCE,
            List.of(Given.ticket(1)),
            OTHER,
            List.of(seat(2, "ORCH-A-2")),
            BUYER,
            null,
            null,
            null,
            null,
            payment(2),
            List.of(refund(2)));

    assertThat(Then.code(desk.decide(exchange, NOW))).isEqualTo(OrderRejection.SOLD_BY_AGENT);
  }

  private void ordered(SalesChannel channel) {
    desk.apply(agents());
    desk.apply(hold(HOLD, channel, "ORCH-A-1"));
    desk.handle(order(List.of(HOLD), "ORCH-A-1"), NOW);
  }

  private void sold(SalesChannel channel) {
    ordered(channel);
    desk.handle(pay(), NOW);
  }

  private static AgentsSet agents() {
    return new AgentsSet(PERFORMANCE, List.of(new SalesAgent(OFFICE, AGENT)));
  }

  private static HoldPlaced hold(HoldId id, SalesChannel channel, String seat) {
    return new HoldPlaced(
        PERFORMANCE,
        id,
        List.of(Given.heldSeat(seat)),
        List.of(),
        LIVE,
        1,
        channel,
        false,
        null,
        null,
        null);
  }

  private static PlaceOrder order(List<HoldId> holds, String... seats) {
    List<TicketWish> wishes = new ArrayList<>();
    for (String seat : seats) {
      wishes.add(seat(wishes.size() + 1, seat));
    }
    return new PlaceOrder(ORDER, PERFORMANCE, holds, wishes, BUYER);
  }

  private static TicketWish seat(int ticket, String seat) {
    return new TicketWish(Given.ticket(ticket), Theatre.seat(seat), null, Theatre.FULL, null);
  }

  private static TakePayment pay() {
    return new TakePayment(ORDER, PERFORMANCE, payment(1), PaymentMethod.CASH, null, euros(2500));
  }
}
