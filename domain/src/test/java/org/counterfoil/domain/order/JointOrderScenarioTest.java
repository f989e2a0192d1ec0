package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;
import static org.counterfoil.domain.order.Tour.ELSEWHERE;
import static org.counterfoil.domain.order.Tour.ISLAND;
import static org.counterfoil.domain.order.Tour.PARIS;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.JointOrderCommand.ConfirmJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.FailJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.JointOrderCommand.ReturnJointly;
import org.counterfoil.domain.order.JointOrderCommand.SellJointOnAccount;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JointOrderScenarioTest {

  private static final OrderId FIRST = Given.order(1);
  private static final OrderId SECOND = Given.order(2);
  private static final List<OrderPart> PARTS = Tour.twoNights().parts();
  private static final VoucherId VOUCHER = new VoucherId(Theatre.id(700));
  private static final Instant PAY_BEFORE = NOW.plusSeconds(300);

  private final Tour tour = Tour.begun();

  @Test
  void everyPerformanceHasAPartAtItsOwnRateAndAllHaveOneEnd() {
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1", "ORCH-A-2"));
    tour.apply(Tour.placed(ISLAND, Given.hold(2), NOW.plusSeconds(450), "ORCH-B-1"));

    List<Event> events = Then.events(tour.handle(Tour.twoNights(), NOW));

    assertThat(names(events))
        .isEqualTo("HoldOrdered OrderPlaced OrderJoined HoldOrdered OrderPlaced OrderJoined");
    List<OrderPlaced> placed = all(events, OrderPlaced.class);
    assertThat(placed).extracting("performanceId").containsExactly(PARIS, ISLAND);
    assertThat(placed).extracting("totalMinor").containsExactly(5000L, 2500L);
    assertThat(placed).extracting("taxMinor").containsExactly(260L, 51L);
    assertThat(placed).extracting("payBefore").containsOnly(NOW.plusSeconds(450));
    assertThat(all(events, HoldOrdered.class))
        .extracting("expiresAt")
        .containsOnly(NOW.plusSeconds(450));
    assertThat(all(events, OrderJoined.class)).extracting("parts").containsOnly(PARTS);
  }

  @Test
  void aTicketThatNamesItsHoldIsForThatPerformance() {
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1"));
    tour.apply(Tour.placed(ISLAND, Given.hold(2), LIVE, "ORCH-A-1"));
    TicketWish comp =
        new TicketWish(
            Given.ticket(1),
            Given.hold(2),
            Theatre.seat("ORCH-A-1"),
            null,
            Theatre.COMP,
            org.counterfoil.domain.seathold.CompReason.PRESS);
    PlaceJointOrder order =
        new PlaceJointOrder(Tour.twoNights().wishes(), List.of(comp, Tour.seat(2, "ORCH-A-1")));

    List<OrderPlaced> placed = all(Then.events(tour.decide(order, NOW)), OrderPlaced.class);

    assertThat(placed).extracting("totalMinor").containsExactly(2500L, 0L);
  }

  @Test
  void aTicketOfAHoldOfAnotherPlaceIsRefused() {
    tour.held(LIVE);
    TicketWish astray =
        new TicketWish(
            Given.ticket(3), Given.hold(1), Theatre.seat("ORCH-B-1"), null, Theatre.FULL, null);

    assertThat(
            code(
                new PlaceJointOrder(
                    Tour.twoNights().wishes(),
                    List.of(Tour.seat(1, "ORCH-A-1"), Tour.seat(2, "ORCH-A-2"), astray))))
        .isEqualTo(OrderRejection.TICKETS_DO_NOT_COVER_HOLDS);
  }

  @Test
  void oneEndedHoldRefusesTheWholeOrder() {
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1", "ORCH-A-2"));
    tour.apply(Tour.placed(ISLAND, Given.hold(2), NOW, "ORCH-B-1"));

    assertThat(code(Tour.twoNights())).isEqualTo(SeatHoldRejection.HOLD_EXPIRED);
    tour.handle(new ExpireHolds(ISLAND), NOW);
    assertThat(code(Tour.twoNights())).isEqualTo(SeatHoldRejection.HOLD_EXPIRED);
  }

  @Test
  void performancesOfSeveralOrganisationsCurrenciesOrOfTrainingAreNotJoined() {
    tour.held(LIVE);
    OrganisationId other = new OrganisationId(Theatre.id(60));
    assertThat(with(tour(), other, EUR, false)).isEqualTo(OrderRejection.ORGANISATIONS_DIFFER);
    Currency francs = Currency.getInstance("CHF");
    assertThat(with(tour(), ORGANISATION, francs, false))
        .isEqualTo(OrderRejection.CURRENCIES_DIFFER);
    assertThat(with(tour(), ORGANISATION, EUR, true)).isEqualTo(OrderRejection.TRAINING_DIFFERS);
    assertThat(
            code(
                new PlaceJointOrder(
                    List.of(
                        Tour.wish(1, PARIS, Given.hold(1)), Tour.wish(2, ELSEWHERE, Given.hold(2))),
                    List.of())))
        .isEqualTo(SeatHoldRejection.UNKNOWN_PERFORMANCE);
    PlaceJointOrder same =
        new PlaceJointOrder(
            List.of(Tour.wish(1, PARIS, Given.hold(1)), Tour.wish(2, PARIS, Given.hold(2))),
            List.of());
    assertThatThrownBy(() -> tour.decide(same, NOW)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Tour tour() {
    return Tour.begun().held(LIVE);
  }

  private static org.counterfoil.domain.Rejection with(
      Tour tour, OrganisationId organisation, Currency currency, boolean isTraining) {
    tour.schedule(ELSEWHERE, organisation, currency, "5.5", "Europe/Zurich", isTraining);
    tour.apply(Tour.placed(ELSEWHERE, Given.hold(3), LIVE, "ORCH-A-1"));
    return Then.code(
        tour.decide(
            new PlaceJointOrder(
                List.of(Tour.wish(1, PARIS, Given.hold(1)), Tour.wish(2, ELSEWHERE, Given.hold(3))),
                List.of(
                    Tour.seat(1, "ORCH-A-1"), Tour.seat(2, "ORCH-A-2"), Tour.seat(3, "ORCH-A-1"))),
            NOW));
  }

  @Test
  void partPaymentsAreDividedAndTheLastOneSellsEveryPart() {
    given();

    assertThat(names(take(1, 3000))).isEqualTo("PaymentCaptured PaymentCaptured");
    assertThat(shares(1)).containsExactly(2000L, 1000L);
    assertThat(tour.order(FIRST).status()).isEqualTo(Order.Status.PLACED);
    assertThat(tour.decide(command(2, 4501), NOW)).isInstanceOf(Decision.Rejected.class);

    List<Event> last = take(2, 4500);

    assertThat(names(last))
        .isEqualTo(
            "PaymentCaptured HoldSold OrderCompleted PaymentCaptured HoldSold OrderCompleted");
    assertThat(shares(2)).containsExactly(3000L, 1500L);
    assertThat(all(last, OrderCompleted.class))
        .extracting(completed -> completed.tickets().getFirst().ticketNumber())
        .as("numbers are each performance's own")
        .containsExactly(1, 1);
  }

  @Test
  void noPartWaitsPaidForTheOthers() {
    given();

    assertThat(Then.code(tour.decide(command(1, 7499), NOW)))
        .isEqualTo(OrderRejection.PARTIAL_PAYMENT);
    take(1, 7498);
    assertThat(tour.order(FIRST).outstanding().minor()).isEqualTo(1);
    assertThat(tour.order(SECOND).outstanding().minor()).isEqualTo(1);
    assertThat(names(take(2, 2))).contains("OrderCompleted");
  }

  @Test
  void aPartIsNotPaidAlone() {
    given();

    assertThat(
            Then.code(
                tour.decide(
                    new TakePayment(
                        FIRST, PARIS, payment(1), PaymentMethod.CASH, null, euros(5000)),
                    NOW)))
        .isEqualTo(OrderRejection.PART_OF_JOINT_ORDER);
    assertThat(
            Then.code(
                tour.decide(
                    new TakeJointPayment(
                        PARTS.reversed(), payment(1), PaymentMethod.CASH, null, euros(5000)),
                    NOW)))
        .as("nor are others than there are")
        .isEqualTo(OrderRejection.UNKNOWN_ORDER);
  }

  @Test
  void aProvidersPaymentIsKnownToOnePartAndPaysAll() {
    given();

    assertThat(names(start(1, 7500))).isEqualTo("PaymentStarted");
    assertThat(names(confirm(1, 7500, NOW)))
        .isEqualTo(
            "PaymentCaptured HoldSold OrderCompleted PaymentCaptured HoldSold OrderCompleted");
    assertThat(names(confirm(1, 7500, NOW))).as("a doubled notification").isEmpty();
    start(2, 7500, "OVERPAYMENT");
  }

  @Test
  void ofTwoPendingPaymentsTheSecondComesBackWhole() {
    given();
    start(1, 7500);
    start(2, 7500);
    confirm(1, 7500, NOW);

    List<Event> second = confirm(2, 7500, NOW);

    assertThat(names(second)).isEqualTo("PaymentCaptured RefundDue");
    assertThat(all(second, RefundDue.class).getFirst().amount()).isEqualTo(euros(7500));
    assertThat(names(fail(2))).isEmpty();
  }

  @Test
  void aHoldThatIsGivenBackTakesTheOthersWithItAndAllMoneyIsOwedBack() {
    given();
    take(1, 3000);

    List<Event> events =
        Then.events(tour.handle(new ReleaseHold(ISLAND, Given.hold(2)), NOW.plusSeconds(10)));

    assertThat(names(events))
        .isEqualTo("HoldReleased OrderLapsed RefundDue HoldReleased OrderLapsed RefundDue");
    assertThat(all(events, RefundDue.class)).extracting("amount.minor").contains(1000L, 2000L);
    assertThat(Then.code(tour.decide(command(2, 7500), NOW.plusSeconds(10))))
        .isEqualTo(OrderRejection.ORDER_LAPSED);
  }

  @Test
  void nothingIsSoldWhereOnlyOneHoldIsLeftEvenBeforeTheOthersHear() {
    Tour deaf =
        new Tour() {
          @Override
          boolean isReminded() {
            return false;
          }
        };
    deaf.begin();
    deaf.held(LIVE);
    deaf.handle(Tour.twoNights(), NOW);
    deaf.handle(new ReleaseHold(ISLAND, Given.hold(2)), NOW);

    assertThat(deaf.order(FIRST).status()).isEqualTo(Order.Status.PLACED);
    assertThat(Then.code(deaf.decide(command(1, 7500), NOW)))
        .isEqualTo(OrderRejection.ORDER_LAPSED);
    assertThat(names(Then.events(deaf.handle(new ExpireHolds(PARIS), PAY_BEFORE))))
        .isEqualTo("HoldExpired OrderLapsed");
  }

  @Test
  void lateMoneyBuysAllPlacesAgainOrComesBack() {
    given();
    start(1, 7500);
    start(2, 7500);
    tour.handle(new ExpireHolds(PARIS), PAY_BEFORE);
    assertThat(tour.order(SECOND).status()).isEqualTo(Order.Status.LAPSED);

    assertThat(names(confirm(1, 7500, PAY_BEFORE.plusSeconds(60))))
        .isEqualTo(
            "PaymentCaptured HoldPlaced HoldSold OrderCompleted"
                + " PaymentCaptured HoldPlaced HoldSold OrderCompleted");
    assertThat(names(confirm(2, 7500, PAY_BEFORE.plusSeconds(60))))
        .isEqualTo("PaymentCaptured RefundDue");
  }

  @Test
  void lateMoneyComesBackWhereOnePlaceOfOnePerformanceIsTaken() {
    given();
    start(1, 7500);
    tour.handle(new ExpireHolds(PARIS), PAY_BEFORE);
    tour.apply(Tour.placed(ISLAND, Given.hold(9), PAY_BEFORE.plusSeconds(600), "ORCH-B-1"));

    List<Event> late = confirm(1, 7500, PAY_BEFORE.plusSeconds(60));

    assertThat(names(late)).isEqualTo("PaymentCaptured RefundDue");
    assertThat(all(late, RefundDue.class).getFirst().amount()).isEqualTo(euros(7500));
    assertThat(tour.seats(PARIS).inventory().lastTicketNumber()).isZero();
  }

  @Test
  void lateMoneySellsWhatIsStillHeldTogetherWithWhatIsTakenAgain() {
    Tour deaf =
        new Tour() {
          @Override
          boolean isReminded() {
            return false;
          }
        };
    deaf.begin();
    deaf.held(LIVE);
    deaf.handle(Tour.twoNights(), NOW);
    deaf.handle(
        new StartJointPayment(
            PARTS, payment(1), PaymentMethod.CARD, OrderFacts.PROVIDER, euros(7500)),
        NOW);
    deaf.handle(new ReleaseHold(PARIS, Given.hold(1)), NOW);

    assertThat(names(Then.events(deaf.handle(confirmation(1, 7500), NOW))))
        .isEqualTo(
            "PaymentCaptured HoldPlaced HoldSold OrderCompleted"
                + " PaymentCaptured HoldSold OrderCompleted");
  }

  @Test
  void moneyInAnotherCurrencyComesBack() {
    given();
    start(1, 7500);

    assertThat(
            names(
                Then.events(
                    tour.handle(
                        new ConfirmJointPayment(
                            PARTS,
                            payment(1),
                            new org.counterfoil.domain.money.Money(
                                7500, Currency.getInstance("CHF")),
                            List.of(Given.hold(20), Given.hold(21)),
                            refund(1)),
                        NOW))))
        .isEqualTo("PaymentCaptured RefundDue");
    assertThat(tour.order(FIRST).status()).isEqualTo(Order.Status.PLACED);
  }

  @Test
  void onAccountAllTicketsAreIssuedAndPaidInOne() {
    given();

    assertThat(names(Then.events(tour.handle(new SellJointOnAccount(PARTS), NOW))))
        .isEqualTo(
            "OrderPutOnAccount HoldSold OrderCompleted OrderPutOnAccount HoldSold OrderCompleted");
    assertThat(Then.events(tour.handle(new SellJointOnAccount(PARTS), NOW))).isEmpty();
    assertThat(Then.code(tour.decide(command(1, 7000), NOW)))
        .isEqualTo(OrderRejection.PARTIAL_PAYMENT);
    assertThat(names(take(1, 7500))).isEqualTo("PaymentCaptured PaymentCaptured");
    assertThat(tour.order(SECOND).isOwing()).isFalse();
  }

  @Test
  void aFreeOrderIsIssuedAtOnce() {
    tour.held(LIVE);
    List<TicketWish> comps =
        Tour.twoNights().tickets().stream()
            .map(
                wish ->
                    new TicketWish(
                        wish.ticketId(),
                        wish.seatId(),
                        null,
                        Theatre.COMP,
                        org.counterfoil.domain.seathold.CompReason.PRESS))
            .toList();

    assertThat(
            names(
                Then.events(
                    tour.handle(new PlaceJointOrder(Tour.twoNights().wishes(), comps), NOW))))
        .endsWith("OrderPlaced OrderJoined HoldSold OrderCompleted");
  }

  @Test
  void aFreePartIsIssuedWhenTheOthersArePaid() {
    tour.held(LIVE);
    TicketWish comp =
        new TicketWish(
            Given.ticket(3),
            Theatre.seat("ORCH-B-1"),
            null,
            Theatre.COMP,
            org.counterfoil.domain.seathold.CompReason.PRESS);
    tour.handle(
        new PlaceJointOrder(
            Tour.twoNights().wishes(),
            List.of(Tour.seat(1, "ORCH-A-1"), Tour.seat(2, "ORCH-A-2"), comp)),
        NOW);

    assertThat(tour.order(SECOND).status()).isEqualTo(Order.Status.PLACED);
    assertThat(names(take(1, 5000)))
        .isEqualTo("PaymentCaptured HoldSold OrderCompleted HoldSold OrderCompleted");
  }

  @Test
  void aCancelledPerformanceReturnsItsTicketsOnly() {
    given();
    take(1, 7500);
    tour.handle(new CancelPerformance(ISLAND, CancellationReason.WEATHER, true, null), NOW);

    List<Event> back =
        Then.events(tour.handle(new ReturnCancelled(SECOND, ISLAND, List.of(refund(1))), NOW));

    assertThat(names(back)).isEqualTo("TicketsRefunded TicketsVoided");
    assertThat(tour.order(FIRST).givenBack().isZero()).isTrue();
    assertThat(tour.order(SECOND).givenBack()).isEqualTo(euros(2500));
  }

  @Test
  void ticketsOfSeveralPerformancesComeBackTogetherOrNotAtAll() {
    given();
    take(1, 7500);
    RefundTickets paris = refundOf(FIRST, PARIS, 1, 1);
    RefundTickets island = refundOf(SECOND, ISLAND, 3, 2);
    RefundTickets unknown = refundOf(SECOND, ISLAND, 1, 2);

    assertThat(Then.code(tour.decide(new ReturnJointly(PARTS, List.of(paris, unknown)), NOW)))
        .isEqualTo(OrderRejection.UNKNOWN_TICKET);
    assertThat(
            names(Then.events(tour.handle(new ReturnJointly(PARTS, List.of(paris, island)), NOW))))
        .isEqualTo("TicketsRefunded TicketsVoided TicketsRefunded TicketsVoided");
    assertThat(
            Then.events(
                tour.handle(
                    new ReturnJointly(
                        PARTS,
                        List.of(
                            new VoidTickets(
                                FIRST, PARIS, List.of(Given.ticket(1)), TicketReason.CHARGEBACK),
                            new VoidTickets(
                                SECOND,
                                ISLAND,
                                List.of(Given.ticket(3)),
                                TicketReason.CHARGEBACK))),
                    NOW)))
        .as("void already")
        .isEmpty();
  }

  @Test
  void aPaymentOfAPartAloneIsNotConfirmed() {
    given();
    start(1, 7500);

    assertThat(
            Then.code(
                tour.decide(
                    new ConfirmPayment(
                        FIRST, PARIS, payment(1), euros(7500), Given.hold(20), refund(1)),
                    NOW)))
        .isEqualTo(OrderRejection.PART_OF_JOINT_ORDER);
  }

  @Test
  void everyPartNamesTheVoucherThatPaysForIt() {
    given();
    StartJointPayment byVoucher = byVoucher(null);

    assertThat(Then.events(tour.handle(byVoucher, NOW)))
        .singleElement()
        .extracting("voucherId")
        .isEqualTo(VOUCHER);
    confirm(1, 7500, NOW);

    assertThat(all(tour.log(), PaymentCaptured.class))
        .hasSize(2)
        .extracting("voucherId")
        .containsOnly(VOUCHER);
    assertThat(tour.order(SECOND).payments())
        .singleElement()
        .extracting("voucherId")
        .isEqualTo(VOUCHER);
  }

  @Test
  void aVoucherOfOneRatePaysOnlyWhereAllPartsAreTaxedAtIt() {
    given();

    assertThat(Then.code(tour.decide(byVoucher("5.5"), NOW)))
        .isEqualTo(OrderRejection.VOUCHER_OF_ANOTHER_RATE);
    assertThat(Then.code(tour.decide(byVoucher("2.1"), NOW)))
        .isEqualTo(OrderRejection.VOUCHER_OF_ANOTHER_RATE);
  }

  private static StartJointPayment byVoucher(@Nullable String rate) {
    return new StartJointPayment(
        PARTS,
        payment(1),
        PaymentMethod.VOUCHER,
        ProviderName.VOUCHERS,
        VOUCHER,
        rate == null ? null : new TaxRate(rate),
        euros(7500));
  }

  private static RefundTickets refundOf(
      OrderId order,
      org.counterfoil.domain.performance.PerformanceId performance,
      int ticket,
      int refund) {
    return new RefundTickets(
        order,
        performance,
        List.of(Given.ticket(ticket)),
        null,
        RefundTo.ORIGINAL,
        TicketReason.CUSTOMER_REQUEST,
        true,
        List.of(refund(refund)));
  }

  private void given() {
    tour.held(LIVE);
    tour.handle(Tour.twoNights(), NOW);
  }

  private static TakeJointPayment command(int payment, long minor) {
    return new TakeJointPayment(PARTS, payment(payment), PaymentMethod.CASH, null, euros(minor));
  }

  private List<Event> take(int payment, long minor) {
    return Then.events(tour.handle(command(payment, minor), NOW));
  }

  private List<Event> start(int payment, long minor) {
    return Then.events(tour.handle(starting(payment, minor), NOW));
  }

  private void start(int payment, long minor, String code) {
    assertThat(Then.code(tour.decide(starting(payment, minor), NOW)).name()).isEqualTo(code);
  }

  private static StartJointPayment starting(int payment, long minor) {
    return new StartJointPayment(
        PARTS, payment(payment), PaymentMethod.CARD, OrderFacts.PROVIDER, euros(minor));
  }

  private static ConfirmJointPayment confirmation(int payment, long minor) {
    return new ConfirmJointPayment(
        PARTS,
        payment(payment),
        euros(minor),
        List.of(Given.hold(20 + 2 * payment), Given.hold(21 + 2 * payment)),
        refund(payment));
  }

  private List<Event> confirm(int payment, long minor, Instant now) {
    return Then.events(tour.handle(confirmation(payment, minor), now));
  }

  private List<Event> fail(int payment) {
    return Then.events(tour.handle(new FailJointPayment(PARTS, payment(payment)), NOW));
  }

  private List<Long> shares(int payment) {
    return all(tour.log(), PaymentCaptured.class).stream()
        .filter(captured -> captured.paymentId().equals(payment(payment)))
        .map(captured -> captured.amount().minor())
        .toList();
  }

  private org.counterfoil.domain.Rejection code(PlaceJointOrder order) {
    return Then.code(tour.decide(order, NOW));
  }

  private static <E extends Event> List<E> all(List<Event> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String names(List<Event> events) {
    return events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining(" "));
  }
}
