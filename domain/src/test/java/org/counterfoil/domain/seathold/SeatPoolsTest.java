package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.STALLS;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.HeldBackCommand.MakeAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackPlaces;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;

/** Where best available looks first: what is kept for the caller, then general sale, then both. */
class SeatPoolsTest {

  private static final Caller AGENT = new Caller(new SalesChannel("AGENT"), Set.of());
  private static final HoldCode HOUSE = new HoldCode("HOUSE-1");
  private static final HeldBackId ALLOTMENT = new HeldBackId(Theatre.id(900));

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
  private int holds;

  private static HeldBackPlaces named(String... seats) {
    return HeldBackPlaces.ofSeats(Arrays.stream(seats).map(Theatre::seat).toList());
  }

  private void allot(String... seats) {
    AllotmentTerms terms = new AllotmentTerms(ALLOTMENT, AGENT.channel(), null);
    Then.events(desk.handle(new MakeAllotment(PERFORMANCE, List.of(terms), named(seats)), NOW));
  }

  private Decision<? extends Event> wish(HoldClaim claim, int quantity) {
    holds++;
    return desk.handle(
        new PlaceHold(
            PERFORMANCE,
            Given.hold(holds),
            PlacesWish.ofBestAvailable(BestAvailableWish.of(STALLS, quantity)),
            claim),
        NOW);
  }

  private List<String> best(HoldClaim claim, int quantity) {
    HoldPlaced placed = (HoldPlaced) Then.events(wish(claim, quantity)).getLast();
    return placed.seats().stream().map(HeldSeat::seatId).map(SeatId::value).toList();
  }

  private List<String> best(Caller caller, int quantity) {
    return best(HoldClaim.of(caller), quantity);
  }

  @Test
  void aChannelIsGivenItsOwnAllotmentFirst_andNobodyElseIs() {
    allot("ORCH-B-1", "ORCH-B-2", "ORCH-B-3");

    assertThat(best(AGENT, 2)).isEqualTo(List.of("ORCH-B-2", "ORCH-B-3"));
    assertThat(best(BUYER, 6)).allMatch(seat -> seat.startsWith("ORCH-A-"));
    assertThat(best(BUYER, 3)).containsExactly("ORCH-B-4", "ORCH-B-5", "ORCH-B-6");
    assertThat(Then.code(wish(HoldClaim.of(BUYER), 1)))
        .as("one of the allotment is left, and is not for everybody")
        .isEqualTo(SeatHoldRejection.NOT_ENOUGH_SEATS);
    assertThat(best(AGENT, 1)).containsExactly("ORCH-B-1");
  }

  @Test
  void aPartyIsNotTornApartForTheAllotmentsSake() {
    allot("ORCH-A-1", "ORCH-A-6");

    assertThat(best(AGENT, 2))
        .as("general sale has two side by side")
        .hasSize(2)
        .doesNotContain("ORCH-A-1", "ORCH-A-6");
    assertThat(best(AGENT, 1)).containsAnyOf("ORCH-A-1", "ORCH-A-6");
  }

  @Test
  void whatNeitherHasAloneIsFoundInBothTogether() {
    allot("ORCH-A-1", "ORCH-A-2", "ORCH-A-3");
    desk.apply(Given.placed(Given.hold(50), Given.LIVE, "ORCH-B-1", "ORCH-B-2", "ORCH-B-3"));
    desk.apply(Given.placed(Given.hold(51), Given.LIVE, "ORCH-B-4", "ORCH-B-5", "ORCH-B-6"));

    assertThat(best(AGENT, 5)).as("of the allotment and beside it").hasSize(5);
    assertThat(Then.code(wish(HoldClaim.of(BUYER), 4)))
        .isEqualTo(SeatHoldRejection.NOT_ENOUGH_SEATS);
  }

  @Test
  void staffAreGivenWhatTheCodeTheyNameKeeps_andNothingOfItWithoutNamingIt() {
    Then.events(
        desk.handle(
            new SetHoldCode(
                PERFORMANCE, ALLOTMENT, HOUSE, HeldBackReason.PRESS, named("ORCH-B-5", "ORCH-B-6")),
            NOW));
    HoldClaim naming = new HoldClaim(STAFF, null, null, null, HOUSE);

    assertThat(best(naming, 2)).containsExactly("ORCH-B-5", "ORCH-B-6");
    assertThat(best(STAFF, 10)).doesNotContain("ORCH-B-5", "ORCH-B-6");
  }

  @Test
  void anAllottedSeatOfAnOverdueHoldIsFoundWhereNothingElseIsLeft() {
    allot("ORCH-A-1", "ORCH-A-2");
    desk.apply(Given.placed(Given.hold(50), Given.OVER, "ORCH-A-1", "ORCH-A-2"));
    best(BUYER, 10);

    assertThat(Then.code(wish(HoldClaim.of(BUYER), 2)))
        .isEqualTo(SeatHoldRejection.NOT_ENOUGH_SEATS);
    assertThat(best(AGENT, 2)).containsExactly("ORCH-A-1", "ORCH-A-2");
  }

  @Test
  void whatReturnedIsEverybodys() {
    allot("ORCH-B-1", "ORCH-B-2", "ORCH-B-3", "ORCH-B-4", "ORCH-B-5", "ORCH-B-6");
    best(AGENT, 2);
    best(BUYER, 6);

    Then.events(desk.handle(new ReturnAllotment(PERFORMANCE, ALLOTMENT), NOW));

    assertThat(best(BUYER, 4)).allMatch(seat -> seat.startsWith("ORCH-B-"));
  }
}
