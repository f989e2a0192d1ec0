package org.counterfoil.domain.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STANDING;

import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.waitinglist.WaitingListCommand.JoinWaitingList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits of a waiting list: per buyer, and by what there is to wait for. */
class WaitingListTest {

  private static final BuyerMark ANNA = Given.buyer(1);
  private static final BuyerMark BEN = Given.buyer(2);

  /** At most two places for a buyer; the pit of three is full. */
  private final Desk desk =
      Desk.after(Given.onsale(new SaleRules(60, 4, 2, SeatChoice.ANY, false)));

  private int entries;

  private Decision<? extends Event> join(int quantity, @Nullable BuyerMark buyer) {
    entries++;
    return desk.handle(
        new JoinWaitingList(
            PERFORMANCE,
            new WaitingEntryId(Theatre.id(500 + entries)),
            STANDING,
            quantity,
            BUYER,
            buyer),
        NOW);
  }

  private void fillThePit() {
    desk.apply(Given.placedInPit(Given.hold(1), Given.LIVE, 2));
    desk.apply(Given.placedInPit(Given.hold(2), Given.LIVE, 1));
  }

  private Decision<? extends Event> offer() {
    return desk.handle(new OfferPlaces(PERFORMANCE), NOW);
  }

  private static HoldId entry(int n) {
    return new HoldId(Theatre.id(500 + n));
  }

  @Test
  void whatIsOfferedCountsForItsBuyersLimit_andTheNextIsServed() {
    fillThePit();
    Then.events(join(2, ANNA));
    Then.events(join(1, BEN));
    desk.apply(Given.released(Given.hold(1)));

    assertThat(Then.events(offer())).singleElement().isInstanceOf(HoldPlaced.class);
    assertThat(desk.seats().demand().supply().takenBy(ANNA, NOW)).isEqualTo(2);
    assertThat(Then.code(join(1, ANNA))).isEqualTo(WaitingListRejection.HOLD_LIMIT_REACHED);
    desk.apply(Given.released(Given.hold(2)));
    assertThat(Then.events(offer()))
        .extracting(each -> ((HoldPlaced) each).buyer())
        .containsExactly(BEN);
  }

  @Test
  void whatABuyerWaitsForCountsAsWell_andForNobodyWithoutAMark() {
    fillThePit();
    Then.events(join(1, ANNA));
    assertThat(Then.code(join(2, ANNA))).isEqualTo(WaitingListRejection.HOLD_LIMIT_REACHED);
    Then.events(join(1, ANNA));
    Then.events(join(1, null)); // the negative control: who is not told apart is not counted
  }

  /** The limit may be reached by a hold that was placed after the buyer had joined. */
  @Test
  void whoeverHasEnoughMeanwhileIsPassedOver_andServedWhenSomethingOfItComesBack() {
    fillThePit();
    Then.events(join(1, ANNA));
    Then.events(join(1, BEN));
    HoldId stalls = Given.hold(3);
    HoldPlaced two = Given.placed(stalls, Given.LIVE, "ORCH-A-1", "ORCH-A-2");
    desk.apply(
        new HoldPlaced(
            PERFORMANCE,
            stalls,
            two.seats(),
            two.areas(),
            two.expiresAt(),
            two.priceListVersion(),
            two.channel(),
            false,
            ANNA,
            null,
            null));
    desk.apply(Given.released(Given.hold(1)));

    assertThat(Then.events(offer()))
        .extracting(each -> ((HoldPlaced) each).holdId())
        .containsExactly(entry(2));

    desk.apply(Given.released(stalls));
    assertThat(Then.events(offer()))
        .extracting(each -> ((HoldPlaced) each).holdId())
        .containsExactly(entry(1));
  }

  @Test
  void oneDecisionOffersABuyerNoMoreThanTheLimitEither() {
    fillThePit();
    Then.events(join(1, ANNA));
    Then.events(join(1, ANNA));
    desk.apply(Given.released(Given.hold(1)));
    desk.apply(Given.released(Given.hold(2)));
    assertThat(Then.events(offer())).hasSize(2);
  }

  @Test
  void noMoreIsWaitedForThanTheZoneHas() {
    fillThePit();
    Then.events(join(2, null));
    assertThat(Then.code(join(2, null))).isEqualTo(WaitingListRejection.WAITING_LIST_FULL);
    Then.events(join(1, null)); // one more is what the pit has: the refusal's negative control
    assertThat(Then.code(join(1, null))).isEqualTo(WaitingListRejection.WAITING_LIST_FULL);
  }
}
