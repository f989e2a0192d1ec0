package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatInventory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Places that are sold for money that came late count for whom they were held at first. */
class LateMoneyCountsForItsBuyerTest {

  private static final BuyerMark ANNA = Given.buyer(1);
  private static final BuyerMark BEN = Given.buyer(2);
  private static final PresaleCodeMark FRIENDS = Given.presaleCode(1);
  private static final Instant LATE = NOW.plusSeconds(3_600);

  private final Desk desk =
      Desk.after(Given.onsale(new SaleRules(60, 2, 2, SeatChoice.ANY, false)));

  @Test
  void theBuyerHasThemAgain_andNoMoreThanTheRulesSay() {
    lapse(ANNA, null);
    assertThat(desk.inventory().takenBy(ANNA, LATE)).as("given back when it lapsed").isZero();

    moneyComes();

    assertThat(desk.inventory().takenBy(ANNA, LATE)).isEqualTo(2);
    assertThat(wishOf(ANNA)).isEqualTo("HOLD_LIMIT_REACHED");
    assertThat(wishOf(BEN)).as("another buyer").isEqualTo("HoldPlaced");
  }

  /** The negative control: places of somebody unknown count for nobody. */
  @Test
  void whereNobodyVouchedForTheBuyer_theyCountForNobody() {
    lapse(null, null);

    moneyComes();

    assertThat(desk.inventory().takenBy(ANNA, LATE)).isZero();
    assertThat(wishOf(ANNA)).isEqualTo("HoldPlaced");
  }

  @Test
  void theyCountForThePresaleCodeThatOpenedTheSale() {
    presale();
    lapse(null, FRIENDS);
    assertThat(desk.inventory().takenBy(FRIENDS, LATE)).isZero();

    moneyComes();

    assertThat(desk.inventory().takenBy(FRIENDS, LATE)).isEqualTo(2);
  }

  @Test
  void whoseTheyWereIsKnownAfterARestart() {
    presale();
    lapse(ANNA, FRIENDS);

    SeatInventory restored = SeatInventory.restore(desk.inventory().snapshot(), Theatre.PLAN);

    assertThat(restored.claimOf(ORDER)).isEqualTo(desk.inventory().claimOf(ORDER));
    assertThat(restored.claimOf(ORDER).buyer()).isEqualTo(ANNA);
    assertThat(restored.claimOf(ORDER).presaleCode()).isEqualTo(FRIENDS);
  }

  @Test
  void ofAPaidOrderNothingIsKept() {
    lapse(ANNA, null);

    moneyComes();

    assertThat(desk.inventory().claimOf(ORDER).buyer()).isNull();
  }

  private void presale() {
    OnsaleWindow tomorrow = new OnsaleWindow(NOW.plusSeconds(86_400), null);
    Then.events(
        desk.handle(
            new SetOnsale(
                PERFORMANCE,
                tomorrow,
                List.of(),
                null,
                new Presale(List.of(FRIENDS), Given.ALWAYS, null)),
            NOW.minusSeconds(1)));
  }

  /** Two places in the pit, ordered, a payment begun, and the order lapsed. */
  private void lapse(@Nullable BuyerMark buyer, @Nullable PresaleCodeMark code) {
    Then.events(
        desk.handle(
            new PlaceHold(PERFORMANCE, HOLD, pit(2), new HoldClaim(BUYER, buyer, null, code, null)),
            NOW));
    Then.events(
        desk.handle(
            new PlaceOrder(
                ORDER,
                PERFORMANCE,
                List.of(HOLD),
                List.of(
                    new TicketWish(Given.ticket(1), null, PIT, FULL, null),
                    new TicketWish(Given.ticket(2), null, PIT, FULL, null)),
                BUYER),
            NOW));
    Then.events(
        desk.handle(
            new StartPayment(
                ORDER, PERFORMANCE, payment(1), PaymentMethod.CARD, PROVIDER, euros(5000)),
            NOW));
    Then.events(desk.handle(new ExpireHolds(PERFORMANCE), LATE));
    Then.events(desk.handle(new LapseOrder(ORDER, PERFORMANCE, List.of(refund(9))), LATE));
  }

  private void moneyComes() {
    assertThat(
            DecisionTable.answer(
                desk.handle(
                    new ConfirmPayment(
                        ORDER, PERFORMANCE, payment(1), euros(5000), Given.hold(9), refund(1)),
                    LATE)))
        .isEqualTo("PaymentCaptured HoldPlaced HoldSold OrderCompleted");
  }

  private String wishOf(BuyerMark buyer) {
    return DecisionTable.answer(
        desk.handle(
            new PlaceHold(
                PERFORMANCE, Given.hold(7), pit(1), new HoldClaim(BUYER, buyer, null, null, null)),
            LATE));
  }

  private static PlacesWish pit(int places) {
    return new PlacesWish(List.of(), List.of(new AreaWish(PIT, places)));
  }
}
