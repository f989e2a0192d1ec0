package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;
import static org.counterfoil.domain.order.Tour.ELSEWHERE;
import static org.counterfoil.domain.order.Tour.PARIS;

import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two seats in Paris at 25.00 and 5.5 %, exchanged for one of another night at 2.1 %. */
class ExchangeElsewhereScenarioTest {

  private static final OrderId OLD = Given.order(1);
  private static final OrderId NEW = Given.order(2);
  private static final List<RefundId> SPARE = List.of(refund(1), refund(2), refund(3));
  private static final String NEW_ORDER =
      "HoldOrdered OrderPlaced PaidByExchange HoldSold OrderCompleted";

  private final Tour tour = Tour.begun();

  /** The other night costs what is said; Paris was paid in two parts. */
  private void given(long priceMinor) {
    tour.schedule(ELSEWHERE, ORGANISATION, EUR, "2.1", "America/Martinique", false, priceMinor);
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1", "ORCH-A-2"));
    tour.apply(Tour.placed(ELSEWHERE, Given.hold(2), LIVE, "ORCH-B-1"));
    tour.handle(
        new PlaceOrder(
            OLD,
            PARIS,
            List.of(Given.hold(1)),
            List.of(Tour.seat(1, "ORCH-A-1"), Tour.seat(2, "ORCH-A-2")),
            Theatre.STAFF),
        NOW);
    tour.handle(
        new TakePayment(OLD, PARIS, payment(1), PaymentMethod.CASH, null, euros(1500)), NOW);
    tour.handle(
        new StartPayment(
            OLD, PARIS, payment(2), PaymentMethod.CARD, OrderFacts.PROVIDER, euros(3500)),
        NOW);
    tour.handle(
        new ConfirmPayment(OLD, PARIS, payment(2), euros(3500), Given.hold(9), refund(9)), NOW);
  }

  private static ExchangeElsewhere exchange(
      @Nullable PaymentMethod takeBy, @Nullable RefundTo giveTo, int... tickets) {
    return new ExchangeElsewhere(
        new OrderPart(OLD, PARIS, List.of(Given.hold(1))),
        new OrderPart(NEW, ELSEWHERE, List.of(Given.hold(2))),
        java.util.Arrays.stream(tickets).mapToObj(Given::ticket).toList(),
        List.of(Tour.seat(5, "ORCH-B-1")),
        Theatre.STAFF,
        takeBy,
        null,
        giveTo,
        30,
        payment(5),
        SPARE);
  }

  @Test
  void whatIsTakenBackLaterIsTakenFromEachThatHasAShareOfIt() {
    given(3500);
    tour.handle(exchange(PaymentMethod.CASH, null, 1), NOW);
    List<OrderPart> both =
        List.of(new OrderPart(OLD, PARIS, List.of()), new OrderPart(NEW, ELSEWHERE, List.of()));

    assertThat(
            Then.code(
                tour.decide(
                    new TakeBackPayment(
                        OLD,
                        PARIS,
                        payment(2),
                        TakenBackReason.DISPUTED,
                        3500L,
                        false,
                        0,
                        false,
                        true),
                    NOW)))
        .as("the old order has 25.00 of it")
        .isEqualTo(OrderRejection.TAKEN_BACK_EXCEEDS_PAID);
    List<Event> events =
        Then.events(
            tour.handle(
                new TakeBackJointPayment(
                    both, payment(2), TakenBackReason.DISPUTED, 3500L, false, 1500, false, true),
                NOW));

    assertThat(events)
        .extracting(event -> ((PaymentTakenBack) event).amount().minor())
        .containsExactly(2500L, 1000L);
    assertThat(tour.order(OLD).outstanding()).isEqualTo(euros(2500));
    assertThat(tour.order(NEW).outstanding()).isEqualTo(euros(1000));
    assertThat(
            Then.code(
                tour.decide(
                    new TakeBackJointPayment(
                        both, payment(1), TakenBackReason.UNPAID, null, false, 0, false, false),
                    NOW)))
        .isEqualTo(OrderRejection.PAYMENT_IS_FINAL);
    assertThat(
            Then.code(
                tour.decide(
                    new TakeBackJointPayment(
                        both, payment(5), TakenBackReason.UNPAID, null, false, 0, false, false),
                    NOW)))
        .as("these are no joint order")
        .isEqualTo(OrderRejection.UNKNOWN_ORDER);
  }

  @Test
  void toADearerNight_whatWasLeftPaysAndTheDifferenceIsTaken() {
    given(3500);

    List<Event> events = Then.events(tour.handle(exchange(PaymentMethod.CARD, null, 1), NOW));

    assertThat(names(events))
        .isEqualTo(
            "TicketsExchangedElsewhere TicketsVoided HoldOrdered OrderPlaced PaidByExchange"
                + " PaymentCaptured HoldSold OrderCompleted");
    TicketsExchangedElsewhere left = first(events, TicketsExchangedElsewhere.class);
    assertThat(left.returned()).singleElement().extracting("netMinor").isEqualTo(2370L);
    assertThat(left.parts()).isEmpty();
    assertThat(left.carried())
        .as("the payments in the order they came, with who received them")
        .containsExactly(
            new CarriedPayment(payment(1), PaymentMethod.CASH, null, null, 1500),
            new CarriedPayment(payment(2), PaymentMethod.CARD, OrderFacts.PROVIDER, null, 1000));
    assertThat(first(events, PaidByExchange.class).carried()).isEqualTo(left.carried());
    assertThat(first(events, OrderPlaced.class).taxMinor()).as("at its own rate").isEqualTo(72);
    assertThat(tour.seats(PARIS).inventory().isSold(0)).as("the old seat is free").isFalse();
    assertThat(tour.order(OLD).received()).isEqualTo(euros(2500));
    assertThat(tour.order(OLD).outstanding().isZero()).isTrue();
    assertThat(tour.order(OLD).givenBack().isZero()).as("nothing went back").isTrue();
    assertThat(tour.order(NEW).received()).isEqualTo(euros(3500));
    assertThat(tour.order(NEW).status()).isEqualTo(Order.Status.COMPLETED);
    assertThat(tour.order(NEW).ticketNumber(Given.ticket(5))).isEqualTo(1);
  }

  @Test
  void toACheaperNight_theDifferenceGoesBackFromTheOldOrder() {
    given(1000);

    List<Event> events = Then.events(tour.handle(exchange(null, RefundTo.CASH, 1), NOW));

    assertThat(names(events)).isEqualTo("TicketsExchangedElsewhere TicketsVoided " + NEW_ORDER);
    TicketsExchangedElsewhere left = first(events, TicketsExchangedElsewhere.class);
    assertThat(left.carriedMinor()).isEqualTo(1000);
    assertThat(left.parts()).extracting("amountMinor").containsExactly(500L, 1000L);
    assertThat(left.parts()).extracting("isPaid").containsOnly(true);
    assertThat(left.parts().stream().flatMap(part -> part.taxes().stream()))
        .as("the tax of the old less that of the new")
        .extracting("taxMinor", Long.class)
        .satisfies(
            taxes ->
                assertThat(taxes.stream().mapToLong(Long::longValue).sum()).isEqualTo(130 - 21));
    assertThat(tour.order(OLD).received()).isEqualTo(euros(2500));
    assertThat(tour.order(NEW).received()).isEqualTo(euros(1000));
  }

  @Test
  void theDifferenceMayGoToANewVoucherOrWayBackWhereItCameFrom() {
    given(1000);
    List<Event> toVoucher = Then.events(tour.decide(exchange(null, RefundTo.VOUCHER, 1), NOW));
    assertThat(names(toVoucher)).contains("TicketsVoided VoucherIssued HoldOrdered");

    TicketsExchangedElsewhere left =
        first(
            Then.events(tour.decide(exchange(null, RefundTo.ORIGINAL, 1), NOW)),
            TicketsExchangedElsewhere.class);

    assertThat(left.parts()).extracting("provider").containsExactly(null, OrderFacts.PROVIDER);
    assertThat(left.parts()).extracting("isPaid").containsExactly(true, false);
  }

  @Test
  void twoTicketsForOneAtTheSamePrice_noMoneyMoves() {
    given(5000);

    assertThat(names(Then.events(tour.handle(exchange(null, null, 1, 2), NOW))))
        .isEqualTo("TicketsExchangedElsewhere TicketsVoided " + NEW_ORDER);

    assertThat(tour.order(OLD).received().isZero()).isTrue();
    assertThat(tour.order(OLD).carried()).isEqualTo(euros(5000));
  }

  @Test
  void theNewTicketGoesBackByTheOriginalPayments() {
    given(3500);
    tour.handle(exchange(PaymentMethod.CASH, null, 1), NOW);

    TicketsRefunded refunded =
        first(Then.events(tour.handle(refundOf(NEW, ELSEWHERE, 5), NOW)), TicketsRefunded.class);

    assertThat(refunded.parts())
        .extracting("paymentId")
        .containsExactly(payment(1), payment(2), payment(5));
    assertThat(refunded.parts()).extracting("amountMinor").containsExactly(1500L, 1000L, 1000L);
    assertThat(refunded.parts())
        .extracting("provider")
        .containsExactly(null, OrderFacts.PROVIDER, null);
    TicketsRefunded rest =
        first(Then.events(tour.handle(refundOf(OLD, PARIS, 2), NOW)), TicketsRefunded.class);
    assertThat(rest.parts()).extracting("paymentId").containsExactly(payment(2));
    assertThat(rest.parts()).extracting("amountMinor").containsExactly(2500L);
  }

  @Test
  void eitherPerformanceIsCancelledByItself() {
    given(3500);
    tour.handle(exchange(PaymentMethod.CASH, null, 1), NOW);
    tour.handle(new CancelPerformance(ELSEWHERE, CancellationReason.WEATHER, true, null), NOW);
    tour.handle(new CancelPerformance(PARIS, CancellationReason.WEATHER, true, null), NOW);

    tour.handle(new ReturnCancelled(NEW, ELSEWHERE, SPARE), NOW);
    tour.handle(new ReturnCancelled(OLD, PARIS, SPARE), NOW);

    assertThat(tour.order(NEW).givenBack()).isEqualTo(euros(3500));
    assertThat(tour.order(OLD).givenBack()).isEqualTo(euros(2500));
    assertThat(tour.order(OLD).received().isZero()).isTrue();
  }

  @Test
  void exchangedTicketsAreExchangedOn_andTheVoucherIsStillKnown() {
    VoucherId voucher = new VoucherId(Theatre.id(700));
    tour.schedule(ELSEWHERE, ORGANISATION, EUR, "2.1", "America/Martinique", false, 2500);
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1"));
    tour.apply(Tour.placed(ELSEWHERE, Given.hold(2), LIVE, "ORCH-B-1"));
    tour.apply(Tour.placed(Tour.ISLAND, Given.hold(3), LIVE, "ORCH-B-1"));
    tour.handle(
        new PlaceOrder(
            OLD, PARIS, List.of(Given.hold(1)), List.of(Tour.seat(1, "ORCH-A-1")), Theatre.STAFF),
        NOW);
    tour.handle(
        new StartPayment(
            OLD,
            PARIS,
            payment(1),
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            voucher,
            euros(2500)),
        NOW);
    tour.handle(
        new ConfirmPayment(OLD, PARIS, payment(1), euros(2500), Given.hold(9), refund(9)), NOW);
    tour.handle(exchange(null, null, 1), NOW);
    OrderId third = Given.order(3);

    Then.events(
        tour.handle(
            new ExchangeElsewhere(
                new OrderPart(NEW, ELSEWHERE, List.of(Given.hold(2))),
                new OrderPart(third, Tour.ISLAND, List.of(Given.hold(3))),
                List.of(Given.ticket(5)),
                List.of(Tour.seat(6, "ORCH-B-1")),
                Theatre.STAFF,
                null,
                null,
                null,
                30,
                payment(6),
                SPARE),
            NOW));

    assertThat(tour.order(third).payments())
        .singleElement()
        .isEqualTo(
            new Order.Payment(
                payment(1),
                PaymentMethod.VOUCHER,
                ProviderName.VOUCHERS,
                voucher,
                null,
                euros(2500),
                Order.PaymentStatus.CAPTURED));
    assertThat(tour.order(NEW).exchangedInto()).hasSize(1);
    assertThat(tour.order(third).exchangedFrom()).isEqualTo(new OtherOrder(NEW, ELSEWHERE, 2500));
  }

  @Test
  void theSameExchangeAgainIsRefused() {
    given(2500);
    tour.handle(exchange(null, null, 1), NOW);

    assertThat(Then.code(tour.decide(exchange(null, null, 1), NOW)))
        .isEqualTo(OrderRejection.TICKET_VOID);
  }

  private static RefundTickets refundOf(OrderId order, PerformanceId performance, int ticket) {
    return new RefundTickets(
        order,
        performance,
        List.of(Given.ticket(ticket)),
        null,
        RefundTo.ORIGINAL,
        TicketReason.CUSTOMER_REQUEST,
        true,
        SPARE);
  }

  private static <E extends Event> E first(List<Event> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  private static String names(List<Event> events) {
    return events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(" "));
  }
}
