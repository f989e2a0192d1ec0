package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Given.OVER;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.COUNTER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.STANDING;
import static org.counterfoil.domain.Theatre.WEB;

import java.util.Arrays;
import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.AreaName;
import org.junit.jupiter.api.Test;

class HoldPlacingTest {

  private static final HoldId HOLD = Given.hold(1);
  private static final HoldId OTHER = Given.hold(2);
  private static final SaleRules STRICT = new SaleRules(60, 4, 4, SeatChoice.ANY, true);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  @Test
  void aHoldSaysWhatItKeepsAndUntilWhen() {
    desk.apply(new PriceListChanged(PERFORMANCE, 2, Theatre.prices(3000)));

    PlaceHold wish =
        new PlaceHold(
            PERFORMANCE,
            HOLD,
            new PlacesWish(
                List.of(Theatre.seat("ORCH-B-2"), Theatre.seat("BALC-A-1")),
                List.of(new AreaWish(PIT, 2))),
            HoldClaim.of(BUYER));

    assertThat(Then.events(desk.decide(wish, NOW)))
        .containsExactly(
            new HoldPlaced(
                PERFORMANCE,
                HOLD,
                List.of(
                    new HeldSeat(7, Theatre.seat("ORCH-B-2"), Theatre.STALLS),
                    new HeldSeat(12, Theatre.seat("BALC-A-1"), Theatre.BALCONY)),
                List.of(new HeldArea(PIT, STANDING, 2)),
                NOW.plusSeconds(480),
                2,
                WEB,
                false,
                null,
                null,
                null));
  }

  @Test
  void oneTakenSeatRefusesAll() {
    desk.apply(Given.placed(OTHER, LIVE, "ORCH-A-2"));

    assertThat(Then.code(desk.handle(seats("ORCH-A-1", "ORCH-A-2", "ORCH-A-3"), NOW)))
        .isEqualTo(SeatHoldRejection.SEAT_ALREADY_HELD);
    assertThat(desk.inventory().isFree(0)).isTrue();
    assertThat(desk.inventory().hold(HOLD)).isNull();
  }

  @Test
  void aHoldThatIsOverEndsOnceThoughTwoOfItsSeatsAreTaken() {
    desk.apply(Given.placed(OTHER, OVER, "ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));

    assertThat(Then.events(desk.handle(seats("ORCH-A-1", "ORCH-A-2"), NOW)))
        .hasSize(2)
        .startsWith(new HoldExpired(PERFORMANCE, OTHER, null));
    assertThat(desk.inventory().holderOf(2)).isNull();
    assertThat(desk.inventory().placedHolds()).extracting(SeatHold::id).containsExactly(HOLD);
  }

  @Test
  void wishesForOneAreaAddUp() {
    assertThat(Then.events(desk.decide(areas(BUYER, 1, 2), NOW)))
        .singleElement()
        .extracting(event -> ((HoldPlaced) event).areas())
        .isEqualTo(List.of(new HeldArea(PIT, STANDING, 3)));
    assertThat(Then.code(desk.decide(areas(BUYER, 2, 2), NOW)))
        .isEqualTo(SeatHoldRejection.NOT_ENOUGH_SEATS);
  }

  /** A quantity comes from the caller: however large, it is refused, and nothing overflows. */
  @Test
  void absurdQuantitiesAreRefused() {
    int most = Integer.MAX_VALUE;
    assertThat(Then.code(desk.decide(areas(BUYER, most, most), NOW)))
        .isEqualTo(SeatHoldRejection.HOLD_LIMIT_REACHED);
    assertThat(Then.code(desk.decide(areas(STAFF, most, most, 2), NOW)))
        .isEqualTo(SeatHoldRejection.NOT_ENOUGH_SEATS);
    assertThat(Then.code(desk.decide(areas(BUYER, 1, 0), NOW)))
        .isEqualTo(SeatHoldRejection.NOTHING_ASKED);
    assertThat(Then.code(desk.decide(areas(BUYER, -1), NOW)))
        .isEqualTo(SeatHoldRejection.NOTHING_ASKED);
    assertThat(Then.code(desk.decide(areas(BUYER), NOW)))
        .isEqualTo(SeatHoldRejection.NOTHING_ASKED);
  }

  @Test
  void overdueHoldsOfAnAreaEndOnlyWhereTheirPlacesAreNeeded() {
    desk.apply(Given.placedInPit(OTHER, OVER, 1));

    assertThat(Then.events(desk.decide(areas(BUYER, 2), NOW))).hasSize(1);
    assertThat(Then.events(desk.handle(areas(BUYER, 3), NOW)))
        .startsWith(new HoldExpired(PERFORMANCE, OTHER, null))
        .hasSize(2);
    assertThat(desk.inventory().takenIn(PIT)).isEqualTo(3);
  }

  @Test
  void staffMayGoOverTheLimitAndThatIsRecorded() {
    Desk strict = Desk.after(Given.onsale(STRICT));

    assertThat(isLimitOverridden(strict, STAFF, 4)).isFalse();
    assertThat(isLimitOverridden(strict, STAFF, 5)).isTrue();
    assertThat(isLimitOverridden(strict, BUYER, 4)).isFalse();
    assertThat(Then.code(strict.decide(row(BUYER, 5), NOW)))
        .isEqualTo(SeatHoldRejection.HOLD_LIMIT_REACHED);
  }

  @Test
  void onlyStaffNameSeatsWhereBestAvailableIsTheRule() {
    SaleRules rules = new SaleRules(480, 10, 10, SeatChoice.BEST_AVAILABLE_ONLY, false);
    Desk bestOnly = Desk.after(Given.onsale(rules));

    assertThat(Then.code(bestOnly.decide(row(BUYER, 1), NOW)))
        .isEqualTo(SeatHoldRejection.BEST_AVAILABLE_ONLY);
    assertThat(Then.events(bestOnly.decide(row(STAFF, 1), NOW))).hasSize(1);
    assertThat(Then.events(bestOnly.decide(areas(BUYER, 1), NOW))).hasSize(1);
  }

  @Test
  void noSingleSeatIsLeft() {
    assertThat(leavesOrphan("ORCH-A-2")).as("1 alone at the aisle").isTrue();
    assertThat(leavesOrphan("ORCH-A-1")).as("2 to 6 stay together").isFalse();
    assertThat(leavesOrphan("ORCH-A-1", "ORCH-A-3")).as("2 between").isTrue();
    assertThat(leavesOrphan("ORCH-A-3", "ORCH-A-4")).as("1+2 and 5+6").isFalse();
    assertThat(leavesOrphan("ORCH-A-5")).as("6 alone; row B does not count").isTrue();
    assertThat(leavesOrphan("ORCH-A-6")).as("beside B-1 in plan order only").isFalse();
    assertThat(leavesOrphan("ORCH-B-2", "BALC-A-1", "BALC-A-2")).as("B-1 alone").isTrue();
    assertThat(leavesOrphan("BALC-A-3")).as("the last seat of the plan alone").isTrue();
  }

  /** A seat that was alone before is nobody's fault, and taking it mends it. */
  @Test
  void whatWasLeftBeforeMayBeTaken() {
    Desk strict = Desk.after(Given.onsale(STRICT));
    strict.apply(Given.placed(OTHER, LIVE, "ORCH-A-2"));

    assertThat(Then.events(strict.decide(wish(BUYER, "ORCH-A-1"), NOW))).hasSize(1);
    assertThat(Then.events(strict.decide(wish(BUYER, "ORCH-A-3"), NOW))).hasSize(1);
    assertThat(Then.events(strict.decide(wish(STAFF, "ORCH-A-5"), NOW))).hasSize(1);
  }

  @Test
  void aSeatWhoseHoldIsOverIsAFreeNeighbour() {
    Desk strict = Desk.after(Given.onsale(STRICT));
    strict.apply(Given.placed(OTHER, OVER, "ORCH-A-1"));

    assertThat(Then.events(strict.decide(wish(BUYER, "ORCH-A-3"), NOW))).hasSize(1);
  }

  /** Every fault of a wish at once, and one after the other taken away. */
  @Test
  void theFirstRefusalInTheEnumsOrderIsAnswered() {
    SaleRules rules = new SaleRules(480, 2, 2, SeatChoice.BEST_AVAILABLE_ONLY, true);
    Desk closed = Desk.given(Given.scheduled());
    closed.apply(Given.placed(HOLD, LIVE, "BALC-A-1"));
    AreaWish nowhere = new AreaWish(new AreaName("ROOF"), 0);
    AreaWish none = new AreaWish(PIT, 0);

    assertPrecedence(
        code(new Desk(), wish(BUYER, List.of(nowhere), "X", "A", "A")),
        code(closed, wish(BUYER, List.of(nowhere), "ORCH-A-1", "ORCH-A-1", "X")),
        code(closed, wish(BUYER, List.of(none, nowhere), "ORCH-A-1", "ORCH-A-1")),
        code(closed, wish(BUYER, List.of(none), "ORCH-A-1", "ORCH-A-1")),
        code(closed, wish(BUYER, List.of(), "ORCH-A-1", "ORCH-A-1")),
        code(closed, wish(BUYER, List.of(), "ORCH-A-1")));

    Desk open = Desk.after(Given.onsale(rules));
    Desk free = Desk.after(Given.onsale(STRICT));
    Desk any = Desk.after(Given.onsale(new SaleRules(480, 2, 2, SeatChoice.ANY, true)));
    for (Desk desk : List.of(open, free, any)) {
      desk.apply(Given.placed(OTHER, LIVE, "ORCH-A-1"));
      desk.apply(Given.sold(OTHER, Given.order(1), 0));
      desk.apply(Given.placed(Given.hold(3), LIVE, "ORCH-A-2"));
      desk.apply(Given.placedInPit(Given.hold(4), LIVE, 3));
    }
    List<AreaWish> full = List.of(new AreaWish(PIT, 1));
    Desk unopened = Desk.given(Theatre.scheduled(NOW.plusSeconds(1), rules));
    assertPrecedence(
        code(unopened, wish(BUYER, full, "ORCH-A-2", "ORCH-A-1", "ORCH-A-5")),
        code(open, wish(BUYER, full, "ORCH-A-2", "ORCH-A-1", "ORCH-A-5")),
        code(any, wish(BUYER, full, "ORCH-A-2", "ORCH-A-1", "ORCH-A-5")),
        code(free, wish(BUYER, full, "ORCH-A-2", "ORCH-A-1", "ORCH-A-5")),
        code(free, wish(BUYER, full, "ORCH-A-2", "ORCH-A-5")),
        code(free, wish(BUYER, full, "ORCH-A-5")),
        code(free, wish(BUYER, List.of(), "ORCH-A-5")));
  }

  /** The last seats must sell; while another block leaves no orphan, this one may not. */
  @Test
  void anOrphanIsLeftOnlyWhereTheZoneHasNoBetterBlock() {
    Desk strict = Desk.after(Given.onsale(STRICT));
    strict.apply(Given.placed(OTHER, LIVE, "ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));
    PlaceHold lastButOne = seats("ORCH-A-5", "ORCH-A-6");
    assertThat(Then.code(strict.decide(lastButOne, NOW)))
        .as("row B has better ones")
        .isEqualTo(SeatHoldRejection.WOULD_LEAVE_ORPHAN_SEAT);

    strict.apply(
        Given.placed(
            Given.hold(3),
            LIVE,
            "ORCH-B-1",
            "ORCH-B-2",
            "ORCH-B-3",
            "ORCH-B-4",
            "ORCH-B-5",
            "ORCH-B-6"));

    assertThat(Then.events(strict.decide(lastButOne, NOW))).hasSize(1);
  }

  private static void assertPrecedence(SeatHoldRejection... answered) {
    assertThat(answered).doesNotHaveDuplicates().isSorted();
  }

  private static SeatHoldRejection code(Desk desk, PlaceHold wish) {
    return (SeatHoldRejection) Then.code(desk.decide(wish, NOW));
  }

  private static boolean isLimitOverridden(Desk desk, Caller caller, int seats) {
    HoldPlaced placed = (HoldPlaced) Then.events(desk.decide(row(caller, seats), NOW)).getFirst();
    assertThat(placed.channel()).isEqualTo(caller.equals(STAFF) ? COUNTER : WEB);
    return placed.isLimitOverridden();
  }

  private static boolean leavesOrphan(String... seats) {
    Desk strict = Desk.after(Given.onsale(STRICT));
    return DecisionTable.answer(strict.decide(wish(BUYER, seats), NOW))
        .equals("WOULD_LEAVE_ORPHAN_SEAT");
  }

  private static PlaceHold row(Caller caller, int seats) {
    String[] names = {"ORCH-A-1", "ORCH-A-2", "ORCH-A-3", "ORCH-A-4", "ORCH-A-5"};
    return wish(caller, Arrays.copyOf(names, seats));
  }

  private static PlaceHold seats(String... seats) {
    return wish(BUYER, seats);
  }

  private static PlaceHold wish(Caller caller, String... seats) {
    return wish(caller, List.of(), seats);
  }

  private static PlaceHold wish(Caller caller, List<AreaWish> areas, String... seats) {
    return new PlaceHold(
        PERFORMANCE,
        HOLD,
        new PlacesWish(Arrays.stream(seats).map(Theatre::seat).toList(), areas),
        HoldClaim.of(caller));
  }

  private static PlaceHold areas(Caller caller, int... quantities) {
    List<AreaWish> wishes =
        Arrays.stream(quantities).mapToObj(quantity -> new AreaWish(PIT, quantity)).toList();
    return new PlaceHold(PERFORMANCE, HOLD, PlacesWish.ofAreas(wishes), HoldClaim.of(caller));
  }
}
