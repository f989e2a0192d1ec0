package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;
import static org.counterfoil.domain.order.Tour.PARIS;

import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.RestoreJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A cheque of 75.00 for 50.00 at 5.5 % in Paris and 25.00 at 2.1 % on the island. */
class JointTakenBackTest {

  private static final OrderId FIRST = Given.order(1);
  private static final OrderId SECOND = Given.order(2);
  private static final List<OrderPart> PARTS = Tour.twoNights().parts();

  private final Tour tour = Tour.begun();

  private void paidBy(PaymentMethod method) {
    tour.held(LIVE);
    tour.handle(Tour.twoNights(), NOW);
    Then.events(tour.handle(take(1, method, 7_500), NOW));
  }

  private static TakeJointPayment take(int id, PaymentMethod method, long minor) {
    return new TakeJointPayment(PARTS, payment(id), method, null, euros(minor));
  }

  private static TakeBackJointPayment back(@Nullable Long minor, long fee, boolean voids) {
    return new TakeBackJointPayment(
        PARTS, payment(1), TakenBackReason.UNPAID, minor, true, fee, voids, false);
  }

  private static RestoreJointPayment again(long fee) {
    return new RestoreJointPayment(
        PARTS, payment(1), true, fee, false, List.of(refund(1), refund(2)));
  }

  private static <T extends Event> List<T> only(Class<T> type, Decision<? extends Event> decision) {
    Stream<? extends Event> events = Then.events(decision).stream();
    return events.filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void eachPerformanceLosesWhatItHadOfIt_andTheFirstBearsTheFee() {
    paidBy(PaymentMethod.CHEQUE);

    List<PaymentTakenBack> taken =
        only(PaymentTakenBack.class, tour.handle(back(null, 1_200, false), NOW));

    assertThat(taken).extracting(one -> one.amount().minor()).containsExactly(5_000L, 2_500L);
    assertThat(taken).extracting(PaymentTakenBack::feeMinor).containsExactly(1_200L, 0L);
    assertThat(taken)
        .extracting(one -> one.taxes().stream().mapToLong(TaxShare::taxMinor).sum())
        .containsExactly(260L, 51L);
    assertThat(tour.order(FIRST).isOwing()).isTrue();
    assertThat(tour.order(SECOND).isOwing()).isTrue();
  }

  @Test
  void aPartOfItIsDividedInProportion_toTheCent() {
    paidBy(PaymentMethod.CARD);

    List<PaymentTakenBack> taken =
        only(PaymentTakenBack.class, tour.handle(back(1_000L, 0, false), NOW));

    assertThat(taken).extracting(one -> one.amount().minor()).containsExactly(666L, 334L);
  }

  @Test
  void aCentIsTakenFromOneOfThem() {
    paidBy(PaymentMethod.CARD);

    List<PaymentTakenBack> taken =
        only(PaymentTakenBack.class, tour.handle(back(1L, 1_500, false), NOW));

    assertThat(taken).extracting(one -> one.amount().minor()).containsExactly(1L);
    assertThat(taken).extracting(PaymentTakenBack::feeMinor).containsExactly(1_500L);
  }

  @Test
  void theTicketsOfAllThatItPaidForAreVoidWhereTheCallerSaysSo() {
    paidBy(PaymentMethod.CHEQUE);

    assertThat(only(TicketsInvalidated.class, tour.handle(back(null, 0, true), NOW)))
        .extracting(one -> one.tickets().size())
        .containsExactly(2, 1);
  }

  @Test
  void whatIsRefusedOfOneIsRefusedOfAll() {
    paidBy(PaymentMethod.CASH);
    assertThat(Then.code(tour.decide(back(null, 0, false), NOW)))
        .isEqualTo(OrderRejection.PAYMENT_IS_FINAL);
    assertThat(Then.code(tour.decide(back(7_501L, 0, false), NOW)))
        .isEqualTo(OrderRejection.TAKEN_BACK_EXCEEDS_PAID);
    assertThat(Then.code(tour.decide(back(0L, 0, false), NOW)))
        .isEqualTo(OrderRejection.AMOUNT_NOT_POSITIVE);
    TakeBackJointPayment unknown =
        new TakeBackJointPayment(
            PARTS, payment(9), TakenBackReason.UNPAID, null, true, 0, false, false);
    assertThat(Then.code(tour.decide(unknown, NOW))).isEqualTo(OrderRejection.UNKNOWN_PAYMENT);
    assertThat(Then.code(tour.decide(again(0), NOW)))
        .isEqualTo(OrderRejection.PAYMENT_NOT_TAKEN_BACK);
  }

  @Test
  void itIsTakenBackOnce() {
    paidBy(PaymentMethod.CHEQUE);
    tour.handle(back(null, 0, false), NOW);

    assertThat(Then.code(tour.decide(back(null, 0, false), NOW)))
        .isEqualTo(OrderRejection.PAYMENT_TAKEN_BACK);
    TakeBackJointPayment told =
        new TakeBackJointPayment(
            PARTS, payment(1), TakenBackReason.DISPUTED, 7_500L, false, 0, false, true);
    assertThat(Then.events(tour.decide(told, NOW))).as("its provider says it again").isEmpty();
  }

  @Test
  void itIsPaidAfterAll_inOne() {
    paidBy(PaymentMethod.CHEQUE);
    tour.handle(back(null, 0, false), NOW);

    assertThat(Then.code(tour.decide(take(2, PaymentMethod.CASH, 5_000), NOW)))
        .isEqualTo(OrderRejection.PARTIAL_PAYMENT);
    Then.events(tour.handle(take(2, PaymentMethod.CASH, 7_500), NOW));

    assertThat(tour.order(FIRST).isOwing()).isFalse();
    assertThat(tour.order(SECOND).isOwing()).isFalse();
  }

  @Test
  void whatComesAgainPaysEachOfThem_andTheFeeComesBackOnce() {
    paidBy(PaymentMethod.CHEQUE);
    tour.handle(back(null, 1_200, false), NOW);

    List<PaymentRestored> restored = only(PaymentRestored.class, tour.handle(again(1_200), NOW));

    assertThat(restored).extracting(one -> one.amount().minor()).containsExactly(5_000L, 2_500L);
    assertThat(restored).extracting(PaymentRestored::feeMinor).containsExactly(1_200L, 0L);
    assertThat(restored).extracting(PaymentRestored::refundId).containsOnlyNulls();
    assertThat(tour.order(FIRST).isOwing()).isFalse();
    assertThat(Then.code(tour.decide(again(0), NOW)))
        .isEqualTo(OrderRejection.PAYMENT_NOT_TAKEN_BACK);
  }

  @Test
  void whatNothingIsOwedForIsOwedBack_performanceByPerformance() {
    paidBy(PaymentMethod.CHEQUE);
    tour.handle(back(null, 0, false), NOW);
    RefundTickets givenUp =
        new RefundTickets(
            FIRST,
            PARIS,
            List.of(Given.ticket(1), Given.ticket(2)),
            List.of(),
            false,
            null,
            RefundTo.ORIGINAL,
            TicketReason.UNPAID,
            true,
            0,
            List.of(refund(7)));
    Then.events(tour.handle(givenUp, NOW));

    List<PaymentRestored> restored = only(PaymentRestored.class, tour.handle(again(0), NOW));

    assertThat(restored).extracting(PaymentRestored::refundId).containsExactly(refund(1), null);
    assertThat(tour.order(SECOND).isOwing()).isFalse();
  }
}
