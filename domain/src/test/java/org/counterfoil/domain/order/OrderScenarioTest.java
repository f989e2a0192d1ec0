package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.STALLS;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Rejection;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.PricedPlaces;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.junit.jupiter.api.Test;

class OrderScenarioTest {

  private static final Instant LATE = NOW.plusSeconds(10_000);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  @Test
  void anOrderFreezesThePricesThatItsHoldWasOffered() {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    desk.apply(new PriceListChanged(PERFORMANCE, 2, Theatre.prices(9900)));

    List<Event> events = Then.events(desk.handle(twoSeats(), NOW));

    Instant payBefore = NOW.plusSeconds(300);
    assertThat(events)
        .containsExactly(
            new HoldOrdered(
                PERFORMANCE, HOLD, ORDER, payBefore, List.of(new PricedPlaces(STALLS, FULL, 2))),
            OrderFacts.placed(payBefore));
    assertThat(desk.inventory().hold(HOLD).expiresAt()).isEqualTo(payBefore);
  }

  @Test
  void anEndLaterThanFiveMinutesStays() {
    Instant end = NOW.plusSeconds(301);
    desk.apply(Given.placed(HOLD, end, "ORCH-A-1", "ORCH-A-2"));

    assertThat(Then.events(desk.handle(twoSeats(), NOW))).contains(OrderFacts.placed(end));
  }

  @Test
  void ticketsAreNumberedWithoutGapOverAllOrders() {
    HoldId pit = Given.hold(2);
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1"));
    desk.apply(Given.placedInPit(pit, LIVE, 2));
    desk.apply(Given.placed(Given.hold(3), LIVE, "ORCH-B-1"));
    desk.apply(
        Given.sold(
            Given.hold(3),
            Given.order(3),
            0,
            Given.fullPrice(Given.ticket(9), Given.hold(3), "ORCH-B-1")));
    desk.handle(
        new PlaceOrder(
            ORDER,
            PERFORMANCE,
            List.of(pit, HOLD),
            List.of(inPit(1), seat(2, "ORCH-A-1"), inPit(3)),
            BUYER),
        NOW);

    List<Event> events = Then.events(desk.handle(take(7500), NOW));

    assertThat(events).hasSize(4);
    assertThat(((HoldSold) events.get(1)).tickets()).extracting("ticketNumber").contains(2, 3);
    assertThat(((HoldSold) events.get(2)).tickets()).extracting("ticketNumber").contains(4);
    assertThat(((OrderCompleted) events.get(3)).tickets())
        .containsExactly(
            new IssuedNumber(Given.ticket(1), 2),
            new IssuedNumber(Given.ticket(3), 3),
            new IssuedNumber(Given.ticket(2), 4));
    assertThat(desk.inventory().lastTicketNumber()).isEqualTo(4);
    assertThat(desk.inventory().takenIn(PIT)).isEqualTo(2);
    assertThat(desk.inventory().isSold(0)).isTrue();
  }

  /** One hold named twice would sell its seats twice. */
  @Test
  void aHoldMayNotBeNamedTwice() {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    PlaceOrder twice =
        new PlaceOrder(ORDER, PERFORMANCE, List.of(HOLD, HOLD), twoSeats().tickets(), BUYER);
    PlaceOrder none = new PlaceOrder(ORDER, PERFORMANCE, List.of(), List.of(), BUYER);

    assertThat(Then.code(desk.decide(twice, NOW))).isEqualTo(OrderRejection.HOLD_REPEATED);
    assertThat(Then.code(desk.decide(none, NOW))).isEqualTo(SeatHoldRejection.NOTHING_ASKED);
  }

  @Test
  void ofSeveralHoldsTheFirstRefusalInTheEnumsOrderIsAnswered() {
    desk.apply(Given.placed(Given.hold(2), NOW, "ORCH-A-1"));
    desk.apply(Given.placed(Given.hold(3), LIVE, "ORCH-A-2"));
    desk.apply(Given.ordered(Given.hold(3), Given.order(9), LIVE));
    desk.apply(Given.placed(Given.hold(4), LIVE, "ORCH-A-3"));
    desk.apply(Given.released(Given.hold(4)));
    desk.apply(Given.placed(Given.hold(5), LIVE, "ORCH-A-4"));
    desk.apply(Given.sold(Given.hold(5), Given.order(8), 0));

    assertThat(codes(3, 2, 4, 5, 6)).isEqualTo(SeatHoldRejection.UNKNOWN_HOLD);
    assertThat(codes(3, 2, 4, 5)).isEqualTo(SeatHoldRejection.HOLD_SOLD);
    assertThat(codes(3, 2, 4)).isEqualTo(SeatHoldRejection.HOLD_RELEASED);
    assertThat(codes(3, 2)).isEqualTo(SeatHoldRejection.HOLD_EXPIRED);
    assertThat(codes(3)).isEqualTo(SeatHoldRejection.HOLD_ORDERED);
  }

  @Test
  void ofSeveralTicketsTheFirstRefusalInTheEnumsOrderIsAnswered() {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    TicketWish paidWithReason =
        new TicketWish(
            Given.ticket(1), Theatre.seat("ORCH-A-1"), null, Theatre.FULL, CompReason.PRESS);
    TicketWish compWithout =
        new TicketWish(Given.ticket(2), Theatre.seat("ORCH-A-2"), null, Theatre.COMP, null);
    PlaceOrder byStaff =
        new PlaceOrder(
            ORDER, PERFORMANCE, List.of(HOLD), List.of(paidWithReason, compWithout), STAFF);
    PlaceOrder byBuyer =
        new PlaceOrder(ORDER, PERFORMANCE, List.of(HOLD), byStaff.tickets(), BUYER);

    assertThat(Then.code(desk.decide(byStaff, NOW))).isEqualTo(OrderRejection.COMP_REASON_REQUIRED);
    assertThat(Then.code(desk.decide(byBuyer, NOW)))
        .isEqualTo(OrderRejection.PRICE_TYPE_NOT_OFFERED);
  }

  @Test
  void anOrderIsKnownOnlyToItsPerformance() {
    given(LIVE);
    PerformanceId other = new PerformanceId(Theatre.id(99));

    assertThat(
            Then.code(
                desk.decide(
                    new TakePayment(
                        ORDER, other, payment(1), PaymentMethod.CASH, null, euros(5000)),
                    NOW)))
        .isEqualTo(OrderRejection.UNKNOWN_ORDER);
  }

  @Test
  void partPaymentsAddUpToTheTickets() {
    given(LIVE);

    assertThat(answer(take(1, 2000))).isEqualTo("PaymentCaptured");
    assertThat(answer(take(2, 3001))).isEqualTo("OVERPAYMENT");
    assertThat(answer(take(2, 3000))).isEqualTo("PaymentCaptured HoldSold OrderCompleted");
    assertThat(desk.order(ORDER).outstanding().isZero()).isTrue();
    assertThat(desk.order(ORDER).ticketNumber(Given.ticket(2))).isEqualTo(2);
  }

  @Test
  void ofTwoPendingPaymentsTheSecondComesBack() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(start(2, 5000), NOW);
    desk.handle(confirm(2, 5000), NOW);

    List<Event> events = Then.events(desk.handle(confirm(1, 5000), NOW));

    assertThat(events)
        .containsExactly(
            OrderFacts.captured(payment(1), 5000),
            OrderFacts.due(refund(1), payment(1), 5000, RefundReason.PAID_TWICE));
    assertThat(desk.order(ORDER).received()).isEqualTo(euros(5000));
  }

  @Test
  void aDoubledConfirmationHasOneEffect() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);

    assertThat(answer(confirm(1, 5000))).isEqualTo("PaymentCaptured HoldSold OrderCompleted");
    assertThat(answer(confirm(1, 5000))).isEqualTo("nothing");
    assertThat(answer(new FailPayment(ORDER, PERFORMANCE, payment(1)))).isEqualTo("nothing");
  }

  @Test
  void aConfirmationAfterARefusalCounts() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);

    assertThat(answer(new FailPayment(ORDER, PERFORMANCE, payment(1)))).isEqualTo("PaymentFailed");
    assertThat(answer(confirm(1, 5000))).isEqualTo("PaymentCaptured HoldSold OrderCompleted");
  }

  /** Were the id of a captured payment used again, the money would be forgotten. */
  @Test
  void aPaymentIsNotBegunTwice() {
    given(LIVE);
    desk.handle(take(1, 2000), NOW);

    assertThat(answer(start(1, 3000))).isEqualTo("PAYMENT_EXISTS");
    assertThat(answer(take(1, 3000))).isEqualTo("PAYMENT_EXISTS");
    assertThat(desk.order(ORDER).received()).isEqualTo(euros(2000));
  }

  /** The lane lets the order lapse with its hold; the decider must not depend on it (I1). */
  @Test
  void placesThatWereGivenBackAreNotSold() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(new ReleaseHold(PERFORMANCE, HOLD), NOW);
    desk.apply(Given.placed(Given.hold(2), LIVE, "ORCH-A-1"));

    assertThat(answer(take(2, 5000))).isEqualTo("ORDER_LAPSED");
    assertThat(answer(confirm(1, 5000))).isEqualTo("PaymentCaptured RefundDue");
    assertThat(desk.inventory().holderOf(0).id()).isEqualTo(Given.hold(2));
    assertThat(desk.inventory().lastTicketNumber()).isZero();
  }

  @Test
  void lateMoneyBuysTheSamePlacesAtTheSamePrices() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(new ExpireHolds(PERFORMANCE), LATE);
    desk.handle(new LapseOrder(ORDER, PERFORMANCE, List.of(refund(9))), LATE);
    desk.apply(new PriceListChanged(PERFORMANCE, 2, Theatre.prices(9900)));

    List<Event> events = Then.events(desk.handle(confirm(1, 5000), LATE));

    assertThat(events).hasSize(4);
    HoldPlaced again = (HoldPlaced) events.get(1);
    HoldSold sold = (HoldSold) events.get(2);
    assertThat(again.holdId()).isEqualTo(Given.hold(9));
    assertThat(again.channel()).isEqualTo(Theatre.WEB);
    assertThat(sold.holdId()).isEqualTo(again.holdId());
    assertThat(sold.tickets())
        .extracting(t -> t.ticket())
        .extracting(PricedTicket::ticketId, PricedTicket::faceValueMinor, PricedTicket::holdId)
        .containsExactly(
            tuple(Given.ticket(1), 2500L, again.holdId()),
            tuple(Given.ticket(2), 2500L, again.holdId()));
    assertThat(desk.order(ORDER).status()).isEqualTo(Order.Status.COMPLETED);
    assertThat(desk.inventory().statusOf(Given.hold(9))).isEqualTo(HoldStatus.SOLD);
    assertThat(desk.inventory().statusOf(HOLD)).isEqualTo(HoldStatus.EXPIRED);
  }

  /** What came in time and what came late are the price together, not each alone. */
  @Test
  void lateMoneyCompletesWhatWasPartlyPaid() {
    given(LIVE);
    desk.handle(start(1, 3000), NOW);
    desk.handle(take(2, 2000), NOW);

    assertThat(DecisionTable.answer(desk.handle(confirm(1, 3000), LATE)))
        .isEqualTo("PaymentCaptured HoldExpired HoldPlaced HoldSold OrderCompleted");
    assertThat(desk.order(ORDER).received()).isEqualTo(euros(5000));
  }

  /** The whole price came late, a part was paid before: neither may be kept for nothing. */
  @Test
  void lateMoneyThatIsTooMuchComesBackAndSoDoesThePart() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(take(2, 2000), NOW);

    assertThat(DecisionTable.answer(desk.handle(confirm(1, 5000), LATE)))
        .isEqualTo("PaymentCaptured RefundDue");
    assertThat(
            Then.events(
                desk.handle(
                    new LapseOrder(ORDER, PERFORMANCE, List.of(refund(5), refund(6))), LATE)))
        .filteredOn(RefundDue.class::isInstance)
        .extracting(event -> ((RefundDue) event).paymentId())
        .containsExactly(payment(2));
    assertThat(desk.order(ORDER).received().isZero()).isTrue();
  }

  @Test
  void lateMoneyForPlacesThatAreTakenComesBack() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(new ExpireHolds(PERFORMANCE), LATE);
    desk.handle(new LapseOrder(ORDER, PERFORMANCE, List.of(refund(9))), LATE);
    desk.apply(Given.placed(Given.hold(2), LATE.plusSeconds(1), "ORCH-A-2"));

    assertThat(Then.events(desk.handle(confirm(1, 5000), LATE)))
        .containsExactly(
            OrderFacts.captured(payment(1), 5000),
            OrderFacts.due(refund(1), payment(1), 5000, RefundReason.PAID_TOO_LATE));
  }

  @Test
  void noMoneyIsNoConfirmation() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);

    assertThat(answer(confirm(1, 0))).isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(answer(confirm(1, -5000))).isEqualTo("AMOUNT_NOT_POSITIVE");
  }

  @Test
  void aPaymentKeepsWhatTheProviderCaptured() {
    given(LIVE);
    desk.handle(start(1, 5000), NOW);
    desk.handle(confirm(1, 4999), NOW);

    assertThat(desk.log()).last().isInstanceOf(PaymentCaptured.class);
    assertThat(desk.order(ORDER).outstanding()).isEqualTo(euros(1));
  }

  /** Ids are made outside; too few of them is a fault of the caller, not of the buyer. */
  @Test
  void everyRefundNeedsAnIdOfItsOwn() {
    given(LIVE);
    desk.handle(take(1, 1000), NOW);
    desk.handle(take(2, 1000), NOW);

    assertThatThrownBy(
            () -> desk.decide(new LapseOrder(ORDER, PERFORMANCE, List.of(refund(1))), NOW))
        .isInstanceOf(NoSuchElementException.class);
  }

  private void given(Instant payBefore) {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    desk.apply(Given.ordered(HOLD, ORDER, payBefore));
    desk.apply(OrderFacts.placed(payBefore));
  }

  private String answer(OrderCommand command) {
    return DecisionTable.answer(desk.handle(command, NOW));
  }

  private Rejection codes(int... holds) {
    List<HoldId> ids = Arrays.stream(holds).mapToObj(Given::hold).toList();
    return Then.code(desk.decide(new PlaceOrder(ORDER, PERFORMANCE, ids, List.of(), BUYER), NOW));
  }

  private static PlaceOrder twoSeats() {
    return new PlaceOrder(
        ORDER,
        PERFORMANCE,
        List.of(HOLD),
        List.of(seat(1, "ORCH-A-1"), seat(2, "ORCH-A-2")),
        BUYER);
  }

  private static TicketWish seat(int ticket, String seat) {
    return new TicketWish(Given.ticket(ticket), Theatre.seat(seat), null, Theatre.FULL, null);
  }

  private static TicketWish inPit(int ticket) {
    return new TicketWish(Given.ticket(ticket), null, PIT, Theatre.FULL, null);
  }

  private static TakePayment take(long minor) {
    return take(1, minor);
  }

  private static TakePayment take(int payment, long minor) {
    return new TakePayment(
        ORDER, PERFORMANCE, payment(payment), PaymentMethod.CASH, null, euros(minor));
  }

  private static StartPayment start(int payment, long minor) {
    return new StartPayment(
        ORDER, PERFORMANCE, payment(payment), PaymentMethod.CARD, PROVIDER, euros(minor));
  }

  private static ConfirmPayment confirm(int payment, long minor) {
    return new ConfirmPayment(
        ORDER, PERFORMANCE, payment(payment), euros(minor), Given.hold(9), refund(payment));
  }
}
