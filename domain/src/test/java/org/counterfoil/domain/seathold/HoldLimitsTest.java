package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.ALWAYS;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.junit.jupiter.api.Test;

/** How many places one buyer and one presale code may have, and what a code opens. */
class HoldLimitsTest {

  private static final BuyerMark ANNA = Given.buyer(1);
  private static final BuyerMark BEN = Given.buyer(2);
  private static final PresaleCodeMark FRIENDS = Given.presaleCode(1);
  private static final PresaleCodeMark GUESS = Given.presaleCode(2);
  private static final Instant OPENING = NOW.plusSeconds(100);
  private static final Caller PARTNER = new Caller(new SalesChannel("PARTNER"), Set.of());

  private final Desk desk =
      Desk.after(Given.onsale(new SaleRules(60, 3, 3, SeatChoice.ANY, false)));

  @Test
  void aBuyerHasAsManyPlacesAsTheRulesSay_overSeveralHolds() {
    assertThat(handle(wish(1, ANNA, null, BUYER, 2), NOW)).isEqualTo("HoldPlaced");
    assertThat(handle(wish(2, ANNA, null, BUYER, 2), NOW)).isEqualTo("HOLD_LIMIT_REACHED");
    assertThat(handle(wish(3, BEN, null, BUYER, 1), NOW)).isEqualTo("HoldPlaced");

    desk.handle(new ReleaseHold(PERFORMANCE, Given.hold(1)), NOW);
    desk.handle(new ReleaseHold(PERFORMANCE, Given.hold(1)), NOW);

    assertThat(desk.inventory().takenBy(ANNA, NOW)).as("given back once").isZero();
    assertThat(handle(wish(4, ANNA, null, BUYER, 2), NOW)).isEqualTo("HoldPlaced");
  }

  @Test
  void aHoldWhoseTimeIsOverDoesNotCount_recordedOrNot() {
    handle(wish(1, ANNA, null, BUYER, 3), NOW);

    assertThat(handle(wish(2, ANNA, null, BUYER, 3), NOW.plusSeconds(60))).isEqualTo("HoldPlaced");
  }

  @Test
  void whatWasBoughtCountsForGood() {
    HoldId hold = Given.hold(1);
    desk.apply(held(hold, ANNA, "ORCH-A-1"));
    desk.apply(
        Given.sold(hold, Given.order(1), 0, Given.fullPrice(Given.ticket(1), hold, "ORCH-A-1")));

    assertThat(handle(wish(2, ANNA, null, BUYER, 3), NOW.plusSeconds(600)))
        .isEqualTo("HOLD_LIMIT_REACHED");
    assertThat(handle(wish(3, ANNA, null, BUYER, 2), NOW.plusSeconds(600))).isEqualTo("HoldPlaced");
  }

  @Test
  void staffMayGoOverIt_andThatIsRecorded() {
    handle(wish(1, ANNA, null, BUYER, 2), NOW);
    Desk counter = Desk.after(desk.log());

    HoldPlaced within = placed(desk, wish(2, ANNA, null, STAFF, 1));
    HoldPlaced over = placed(counter, seats(3, ANNA, STAFF, "ORCH-B-1", "ORCH-B-2"));

    assertThat(within.isLimitOverridden()).isFalse();
    assertThat(over.isLimitOverridden()).isTrue();
    assertThat(over.buyer()).isEqualTo(ANNA);
  }

  @Test
  void beforeTheOpeningACodeIsNeeded_andAfterItNot() {
    presale(null);

    assertThat(handle(wish(1, null, null, BUYER, 1), NOW)).isEqualTo("PRESALE_CODE_REQUIRED");
    assertThat(handle(wish(1, null, GUESS, BUYER, 1), NOW)).isEqualTo("PRESALE_CODE_UNKNOWN");
    assertThat(placed(desk, wish(1, null, FRIENDS, BUYER, 1)).presaleCode()).isEqualTo(FRIENDS);
    assertThat(handle(wish(2, null, GUESS, BUYER, 1), OPENING)).isEqualTo("HoldPlaced");
  }

  @Test
  void aCodeOpensNoPresaleThatIsOver_andNothingThatHasClosed() {
    OnsaleWindow brief = new OnsaleWindow(NOW, NOW.plusSeconds(10));
    OnsaleWindow closed = new OnsaleWindow(null, NOW);
    desk.handle(
        new SetOnsale(
            PERFORMANCE,
            new OnsaleWindow(OPENING, null),
            List.of(new ChannelWindow(PARTNER.channel(), closed)),
            null,
            new Presale(List.of(FRIENDS), brief, null)),
        NOW.minusSeconds(1));

    assertThat(handle(wish(1, null, FRIENDS, BUYER, 1), NOW.minusSeconds(1)))
        .isEqualTo("ONSALE_NOT_OPEN");
    assertThat(handle(wish(1, null, FRIENDS, PARTNER, 1), NOW)).isEqualTo("ONSALE_NOT_OPEN");
    assertThat(handle(wish(1, null, FRIENDS, BUYER, 1), NOW)).isEqualTo("HoldPlaced");
    assertThat(handle(wish(2, null, FRIENDS, BUYER, 1), NOW.plusSeconds(10)))
        .isEqualTo("ONSALE_NOT_OPEN");
  }

  @Test
  void aCodeIsGoodForAsManyPlacesAsWasSaid_whoeverUsesIt() {
    presale(2);

    assertThat(handle(wish(1, ANNA, FRIENDS, BUYER, 2), NOW)).isEqualTo("HoldPlaced");
    assertThat(handle(wish(2, BEN, FRIENDS, BUYER, 1), NOW)).isEqualTo("HOLD_LIMIT_REACHED");
    desk.handle(new ReleaseHold(PERFORMANCE, Given.hold(1)), NOW);
    assertThat(handle(wish(3, BEN, FRIENDS, BUYER, 2), NOW)).isEqualTo("HoldPlaced");
    assertThat(handle(wish(4, BEN, FRIENDS, BUYER, 1), OPENING))
        .as("in the general sale the code is not looked at")
        .isEqualTo("HoldPlaced");
  }

  private void presale(Integer maxSeatsPerCode) {
    desk.handle(
        new SetOnsale(
            PERFORMANCE,
            new OnsaleWindow(OPENING, null),
            List.of(),
            null,
            new Presale(List.of(FRIENDS), ALWAYS, maxSeatsPerCode)),
        NOW);
  }

  private String handle(PlaceHold wish, Instant now) {
    return DecisionTable.answer(desk.handle(wish, now));
  }

  private static HoldPlaced placed(Desk desk, PlaceHold wish) {
    return (HoldPlaced) Then.events(desk.handle(wish, NOW)).getLast();
  }

  private static HoldPlaced held(HoldId hold, BuyerMark buyer, String seat) {
    HoldPlaced nobodys = Given.placed(hold, NOW.plusSeconds(1), seat);
    return new HoldPlaced(
        nobodys.performanceId(),
        hold,
        nobodys.seats(),
        nobodys.areas(),
        nobodys.expiresAt(),
        nobodys.priceListVersion(),
        nobodys.channel(),
        false,
        buyer,
        null,
        null);
  }

  private static PlaceHold wish(
      int hold, BuyerMark buyer, PresaleCodeMark code, Caller caller, int places) {
    // Three seats of the row for each hold, so that limits alone stand in the way.
    if (hold > 4 || places > 3) {
      throw new IllegalArgumentException("Expected a small wish, but it is large");
    }
    List<String> rows = List.of("ORCH-A-", "ORCH-A-", "ORCH-B-", "ORCH-B-");
    int first = hold % 2 == 1 ? 1 : 4;
    String[] named = new String[places];
    for (int place = 0; place < places; place++) {
      named[place] = rows.get(hold - 1) + (first + place);
    }
    PlaceHold plain = seats(hold, buyer, caller, named);
    return new PlaceHold(
        PERFORMANCE,
        plain.holdId(),
        plain.places(),
        new HoldClaim(caller, buyer, null, code, null));
  }

  private static PlaceHold seats(int hold, BuyerMark buyer, Caller caller, String... seats) {
    return new PlaceHold(
        PERFORMANCE,
        Given.hold(hold),
        PlacesWish.ofSeats(Arrays.stream(seats).map(Theatre::seat).toList()),
        new HoldClaim(caller, buyer, null, null, null));
  }

  @Test
  void placesOfAreasCountToo() {
    PlaceHold three =
        new PlaceHold(
            PERFORMANCE,
            Given.hold(1),
            PlacesWish.ofAreas(List.of(new AreaWish(PIT, 3))),
            new HoldClaim(BUYER, ANNA, null, null, null));
    desk.handle(three, NOW);

    assertThat(handle(wish(2, ANNA, null, BUYER, 1), NOW)).isEqualTo("HOLD_LIMIT_REACHED");
  }
}
