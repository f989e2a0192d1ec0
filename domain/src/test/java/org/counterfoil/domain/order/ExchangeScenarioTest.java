package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** Tickets exchanged for others, to the cent. */
class ExchangeScenarioTest {

  private static final HoldId OTHER = Given.hold(7);
  private static final List<RefundId> SPARE = List.of(refund(1), refund(2), refund(3));

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  /** Two seats at 25.00 and a free one; the balcony costs what is said, from now on. */
  private void soldAndNowAt(long priceMinor) {
    desk.apply(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));
    desk.apply(OrderFacts.placedWithComp(LIVE));
    desk.apply(OrderFacts.cash(payment(1), 5000));
    OrderFacts.soldWithComp().forEach(desk::apply);
    desk.apply(new PriceListChanged(PERFORMANCE, 2, Theatre.prices(priceMinor)));
    desk.handle(
        new PlaceHold(
            PERFORMANCE,
            OTHER,
            PlacesWish.ofSeats(List.of(Theatre.seat("BALC-A-1"))),
            HoldClaim.of(Theatre.STAFF)),
        NOW);
  }

  @Test
  void toADearerSeat_theDifferenceIsPaid() {
    soldAndNowAt(3500);

    List<Event> events = Then.events(desk.handle(exchange(PaymentMethod.CARD, null), NOW));

    PaymentCaptured paid = (PaymentCaptured) events.getFirst();
    assertThat(paid.amount()).isEqualTo(OrderFacts.euros(1000));
    TicketsExchanged exchanged = (TicketsExchanged) events.get(2);
    assertThat(exchanged.takenMinor()).isEqualTo(1000);
    assertThat(exchanged.returned().getFirst().netMinor()).isEqualTo(2370);
    assertThat(exchanged.returned().getFirst().taxMinor()).isEqualTo(130);
    IssuedTicket issued = exchanged.issued().getFirst();
    assertThat(issued.ticket().netMinor()).isEqualTo(3318);
    assertThat(issued.ticket().taxMinor()).isEqualTo(182);
    assertThat(issued.ticketNumber()).as("the next number").isEqualTo(4);
    assertThat(((TicketsVoided) events.getLast()).reason()).isEqualTo(TicketReason.EXCHANGED);
    assertThat(desk.inventory().isSold(0)).as("the old seat is free").isFalse();
    assertThat(desk.order(ORDER).received()).isEqualTo(OrderFacts.euros(6000));
    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isTrue();
  }

  @Test
  void toACheaperSeat_theDifferenceGoesBack() {
    soldAndNowAt(1500);

    List<Event> events = Then.events(desk.handle(exchange(null, RefundTo.CASH), NOW));

    TicketsExchanged exchanged = (TicketsExchanged) events.get(1);
    assertThat(exchanged.takenMinor()).isZero();
    assertThat(exchanged.parts()).hasSize(1);
    assertThat(exchanged.parts().getFirst().amountMinor()).isEqualTo(1000);
    assertThat(exchanged.parts().getFirst().isPaid()).isTrue();
    assertThat(desk.order(ORDER).received()).isEqualTo(OrderFacts.euros(4000));
  }

  @Test
  void whatWasExchangedCanGoBackLikeAnyOther_allOfIt() {
    soldAndNowAt(3500);
    desk.handle(exchange(PaymentMethod.CASH, null), NOW);
    RefundTickets all =
        new RefundTickets(
            ORDER,
            PERFORMANCE,
            List.of(Given.ticket(2), Given.ticket(4)),
            null,
            RefundTo.ORIGINAL,
            TicketReason.CUSTOMER_REQUEST,
            true,
            SPARE);

    TicketsRefunded refunded = (TicketsRefunded) Then.events(desk.handle(all, NOW)).getFirst();

    assertThat(refunded.parts()).extracting(RefundPart::amountMinor).containsExactly(5000L, 1000L);
    assertThat(desk.order(ORDER).received().isZero()).isTrue();
  }

  @Test
  void aDifferenceThatNobodySpokeOfIsRefused() {
    soldAndNowAt(3500);
    assertThat(Then.code(desk.decide(exchange(null, RefundTo.CASH), NOW)))
        .isEqualTo(OrderRejection.DIFFERENCE_TO_PAY);

    ExchangeScenarioTest cheaper = new ExchangeScenarioTest();
    cheaper.soldAndNowAt(1500);
    assertThat(Then.code(cheaper.desk.decide(exchange(PaymentMethod.CASH, null), NOW)))
        .isEqualTo(OrderRejection.DIFFERENCE_TO_GIVE_BACK);
  }

  @Test
  void aHoldThatIsOverIsNotExchangedFor_andNothingChanges() {
    soldAndNowAt(2500);
    Decision<? extends Event> late = desk.decide(exchange(null, null), NOW.plusSeconds(10_000));

    assertThat(Then.code(late)).isEqualTo(SeatHoldRejection.HOLD_EXPIRED);
    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isFalse();
  }

  @Test
  void whatIsGivenUpMakesRoomInAQuota() {
    soldAndNowAt(2500);
    HoldId stalls = Given.hold(8);
    desk.apply(Given.placed(stalls, LIVE, "ORCH-B-1"));
    desk.apply(quota(1));
    assertThat(Then.code(desk.decide(exchange(stalls, "ORCH-B-1", null, null), NOW)))
        .as("two are sold, and one of them is given up")
        .isEqualTo(OrderRejection.QUOTA_REACHED);

    desk.apply(quota(2));
    assertThat(Then.events(desk.handle(exchange(stalls, "ORCH-B-1", null, null), NOW))).hasSize(3);
  }

  @Test
  void aProviderHasTheDifferenceFirst_onlyThenIsAnythingExchanged() {
    soldAndNowAt(3500);

    assertThat(Then.events(desk.handle(atProvider(), NOW)))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("HoldOrdered", "PaymentStarted", "ExchangeStarted");
    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isFalse();

    assertThat(Then.events(desk.handle(confirm(1000), NOW)))
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("PaymentCaptured", "HoldSold", "TicketsExchanged", "TicketsVoided");
    assertThat(desk.order(ORDER).received()).isEqualTo(OrderFacts.euros(6000));
    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isTrue();
    assertThat(Then.events(desk.handle(confirm(1000), NOW))).as("told twice").isEmpty();
  }

  @Test
  void aPaymentThatFailsLeavesTheOldTicketGood() {
    soldAndNowAt(3500);
    desk.handle(atProvider(), NOW);

    desk.handle(new FailPayment(ORDER, PERFORMANCE, payment(5)), NOW);

    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isFalse();
    assertThat(desk.order(ORDER).tickets()).hasSize(3);
    assertThat(desk.order(ORDER).received()).isEqualTo(OrderFacts.euros(5000));
  }

  @Test
  void moneyForAnExchangeThatCannotBeAnyMoreGoesBack() {
    soldAndNowAt(3500);
    desk.handle(atProvider(), NOW);

    assertThat(dueWhen(confirm(1000), NOW.plusSeconds(10_000))).as("the hold is over").isTrue();
    assertThat(dueWhen(confirm(999), NOW)).as("another amount").isTrue();
    desk.handle(
        new RefundTickets(
            ORDER,
            PERFORMANCE,
            List.of(Given.ticket(1)),
            100L,
            RefundTo.CASH,
            TicketReason.GOODWILL,
            true,
            SPARE),
        NOW);
    assertThat(dueWhen(confirm(1000), NOW)).as("the old one costs less now").isTrue();
    assertThat(desk.order(ORDER).ticket(Given.ticket(1)).isVoid()).isFalse();
  }

  /** Nobody exchanges what is not paid, and what began before the debt came back stays undone. */
  @Test
  void ticketsThatAreOwedForAreNotExchanged() {
    soldAndNowAt(3500);
    desk.apply(OrderFacts.onAccount());
    desk.handle(atProvider(), NOW);
    desk.apply(OrderFacts.dueAtCounter(refund(8), payment(1), 5000));

    assertThat(dueWhen(confirm(1000), NOW)).as("its difference goes back").isTrue();
    assertThat(Then.code(desk.decide(exchange(PaymentMethod.CASH, null), NOW)))
        .isEqualTo(OrderRejection.ORDER_NOT_PAID);
    assertThat(Then.code(desk.decide(atProvider(), NOW))).isEqualTo(OrderRejection.ORDER_NOT_PAID);
  }

  private boolean dueWhen(ConfirmPayment confirm, Instant now) {
    List<? extends Event> events = Then.events(desk.decide(confirm, now));
    return events.size() == 2
        && events.getLast() instanceof RefundDue due
        && due.reason() == RefundReason.PAID_TOO_LATE;
  }

  private static ExchangeTickets atProvider() {
    return exchange(OTHER, "BALC-A-1", PaymentMethod.CARD, OrderFacts.PROVIDER, null);
  }

  private static ConfirmPayment confirm(long minor) {
    return new ConfirmPayment(
        ORDER, PERFORMANCE, payment(5), OrderFacts.euros(minor), Given.hold(9), refund(9));
  }

  private static QuotasSet quota(int most) {
    return new QuotasSet(PERFORMANCE, List.of(new PriceQuota(Theatre.STALLS, Theatre.FULL, most)));
  }

  private static ExchangeTickets exchange(PaymentMethod takeBy, RefundTo giveTo) {
    return exchange(OTHER, "BALC-A-1", takeBy, giveTo);
  }

  private static ExchangeTickets exchange(
      HoldId hold, String seat, PaymentMethod takeBy, RefundTo giveTo) {
    return exchange(hold, seat, takeBy, null, giveTo);
  }

  private static ExchangeTickets exchange(
      HoldId hold, String seat, PaymentMethod takeBy, ProviderName provider, RefundTo giveTo) {
    return new ExchangeTickets(
        ORDER,
        PERFORMANCE,
        List.of(Given.ticket(1)),
        hold,
        List.of(new TicketWish(Given.ticket(4), Theatre.seat(seat), null, Theatre.FULL, null)),
        Theatre.STAFF,
        takeBy,
        provider,
        null,
        giveTo,
        payment(5),
        SPARE);
  }
}
