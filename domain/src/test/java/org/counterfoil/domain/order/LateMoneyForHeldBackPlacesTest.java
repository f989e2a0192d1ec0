package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;
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
import org.counterfoil.domain.heldback.HeldBackCommand.LiftHoldCode;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackPlaces.InArea;
import org.counterfoil.domain.heldback.HeldBackPlaces.Named;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.InventorySnapshot;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatInventory;
import org.junit.jupiter.api.Test;

/** Money that comes late for places that were sold from a hold code (I8). */
class LateMoneyForHeldBackPlacesTest {

  private static final HoldCode HOUSE = new HoldCode("HOUSE-1");
  private static final HoldCode PRESS = new HoldCode("PRESS-1");
  private static final Instant LATE = NOW.plusSeconds(3_600);
  private static final String AGAIN = "PaymentCaptured HoldPlaced HoldSold OrderCompleted";
  private static final String BACK = "PaymentCaptured RefundDue";

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
  private int codes;

  private void set(HoldCode code, Instant at) {
    codes++;
    Then.events(
        desk.handle(
            new SetHoldCode(
                PERFORMANCE,
                new HeldBackId(Theatre.id(800 + codes)),
                code,
                HeldBackReason.HOUSE,
                new Named(List.of(Theatre.seat("ORCH-A-1")), List.of(new InArea(PIT, 1)))),
            at));
  }

  private void lift(HoldCode code) {
    Then.events(desk.handle(new LiftHoldCode(PERFORMANCE, code), LATE));
  }

  /** A seat and a place in the pit, ordered, a payment begun, and the order lapsed. */
  private void lapse(HoldClaim claim) {
    Then.events(
        desk.handle(
            new PlaceHold(
                PERFORMANCE,
                HOLD,
                new PlacesWish(List.of(Theatre.seat("ORCH-A-1")), List.of(new AreaWish(PIT, 1))),
                claim),
            NOW));
    Then.events(
        desk.handle(
            new PlaceOrder(
                ORDER,
                PERFORMANCE,
                List.of(HOLD),
                List.of(
                    new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-1"), null, FULL, null),
                    new TicketWish(Given.ticket(2), null, PIT, FULL, null)),
                STAFF),
            NOW));
    Then.events(
        desk.handle(
            new StartPayment(
                ORDER, PERFORMANCE, payment(1), PaymentMethod.CARD, PROVIDER, euros(5000)),
            NOW));
    Then.events(desk.handle(new ExpireHolds(PERFORMANCE), LATE));
    Then.events(desk.handle(new LapseOrder(ORDER, PERFORMANCE, List.of(refund(9))), LATE));
  }

  private void lapseFromTheCode() {
    set(HOUSE, NOW);
    lapse(new HoldClaim(STAFF, null, null, null, HOUSE));
  }

  private String moneyComes() {
    return DecisionTable.answer(
        desk.handle(
            new ConfirmPayment(
                ORDER, PERFORMANCE, payment(1), euros(5000), Given.hold(9), refund(1)),
            LATE));
  }

  @Test
  void theSameCodeStillKeepsThem_andTheyAreSold() {
    lapseFromTheCode();

    assertThat(moneyComes()).isEqualTo(AGAIN);
    assertThat(desk.inventory().heldBack().keptIn(PIT)).as("drawn from the code").isZero();
  }

  @Test
  void theCodeWasGivenBackMeanwhile_andTheyAreSoldFromGeneralSale() {
    lapseFromTheCode();
    lift(HOUSE);

    assertThat(moneyComes()).isEqualTo(AGAIN);
  }

  @Test
  void aCodeOfTheSameNameKeepsThemAgain() {
    lapseFromTheCode();
    lift(HOUSE);
    set(HOUSE, LATE);

    assertThat(moneyComes()).isEqualTo(AGAIN);
  }

  @Test
  void anotherCodeKeepsThemNow_andTheMoneyGoesBack() {
    lapseFromTheCode();
    lift(HOUSE);
    set(PRESS, LATE);

    assertThat(moneyComes()).isEqualTo(BACK);
  }

  /** The negative control: whoever bought from general sale has no right to the code. */
  @Test
  void soldFromGeneralSaleAndHeldBackSince_theMoneyGoesBack() {
    lapse(HoldClaim.of(STAFF));
    set(HOUSE, LATE);

    assertThat(moneyComes()).isEqualTo(BACK);
  }

  @Test
  void somebodyElseHasThemNow_andTheMoneyGoesBack() {
    lapseFromTheCode();
    desk.apply(Given.placed(Given.hold(5), LATE.plusSeconds(9), "ORCH-A-1"));

    assertThat(moneyComes()).isEqualTo(BACK);
  }

  @Test
  void whatWasOrderedUnderACodeIsKnownAfterARestart() {
    lapseFromTheCode();
    InventorySnapshot snapshot = desk.inventory().snapshot();

    assertThat(SeatInventory.restore(snapshot, Theatre.PLAN).claimOf(ORDER).code())
        .isEqualTo(HOUSE);
  }
}
