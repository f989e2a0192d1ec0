package org.counterfoil.domain.heldback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Given.OVER;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PIT_CAPACITY;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.STANDING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.junit.jupiter.api.Test;

/** Walks {@code held-back.table}: who may take which places that are held back. */
class HeldBackTableTest {

  private static final HoldCode CODE = new HoldCode("HOUSE-1");
  private static final HeldBackId FIRST = new HeldBackId(Theatre.id(300));
  private static final HeldBackId SECOND = new HeldBackId(Theatre.id(301));
  private static final SalesChannel AGENT = new SalesChannel("AGENT");
  private static final SalesChannel PARTNER = new SalesChannel("PARTNER");
  private static final String SEAT = "ORCH-A-1";

  private enum KeptCase {
    NOTHING,
    HOLD_CODE,
    LIFTED,
    KILL,
    ALLOTMENT,
    RETURNED,
    CASCADED
  }

  private enum CallerCase {
    BUYER,
    AGENT,
    PARTNER,
    STAFF,
    STAFF_WITH_CODE,
    BUYER_WITH_CODE
  }

  private enum PlaceCase {
    SEAT,
    AREA
  }

  private enum StandsCase {
    FREE,
    OVERDUE,
    HELD
  }

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk =
        DecisionTable.read(HeldBackTableTest.class, "held-back.table")
            .walk(columns(), HeldBackTableTest::decide);

    System.out.println("held-back.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(7 * 6 * 2 * 3 - 6 * 2 * 2);
  }

  /** A decider that does not look at what is held back, made by never telling it, is found. */
  @Test
  void aDeciderThatDoesNotLookIsAFault() {
    DecisionTable.Walk walk =
        DecisionTable.read(HeldBackTableTest.class, "held-back.table")
            .walk(
                columns(),
                cell -> {
                  Map<String, String> blind = new LinkedHashMap<>(cell);
                  blind.put("kept", "nothing");
                  return decide(blind);
                });

    assertThat(walk.faults()).anyMatch(fault -> fault.contains("expects SEAT_NOT_FOR_SALE"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("kept", DecisionTable.constantsOf(KeptCase.class));
    columns.put("caller", DecisionTable.constantsOf(CallerCase.class));
    columns.put("place", DecisionTable.constantsOf(PlaceCase.class));
    columns.put("stands", DecisionTable.constantsOf(StandsCase.class));
    return columns;
  }

  private static String decide(Map<String, String> cell) {
    PlaceCase place = PlaceCase.valueOf(constant(cell.get("place")));
    KeptCase kept = KeptCase.valueOf(constant(cell.get("kept")));
    StandsCase stands = StandsCase.valueOf(constant(cell.get("stands")));
    if (kept == KeptCase.KILL && stands != StandsCase.FREE) {
      return "impossible"; // only free places are killed, and nobody holds them then
    }
    List<Event> given = new ArrayList<>(Given.onsale(SaleRules.DEFAULT));
    given.addAll(kept(kept, place));
    given.addAll(stands(stands, place, kept));
    PlacesWish wish =
        place == PlaceCase.SEAT
            ? PlacesWish.ofSeats(List.of(Theatre.seat(SEAT)))
            : PlacesWish.ofAreas(List.of(new AreaWish(PIT, 1)));
    HoldClaim claim = claim(CallerCase.valueOf(constant(cell.get("caller"))));
    return DecisionTable.answer(
        Desk.after(given).decide(new PlaceHold(PERFORMANCE, Given.hold(1), wish, claim), NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static HoldClaim claim(CallerCase caller) {
    return switch (caller) {
      case BUYER -> HoldClaim.of(BUYER);
      case AGENT -> HoldClaim.of(new Caller(AGENT, Set.of(Role.CHANNEL)));
      case PARTNER -> HoldClaim.of(new Caller(PARTNER, Set.of(Role.CHANNEL)));
      case STAFF -> HoldClaim.of(STAFF);
      case STAFF_WITH_CODE -> new HoldClaim(STAFF, null, null, null, CODE);
      case BUYER_WITH_CODE -> new HoldClaim(BUYER, null, null, null, CODE);
    };
  }

  /** The seat, or the whole pit. */
  private static List<Event> kept(KeptCase kept, PlaceCase place) {
    List<HeldBackSeat> seats =
        place == PlaceCase.SEAT
            ? List.of(
                new HeldBackSeat(
                    Given.heldSeat(SEAT).index(), Theatre.seat(SEAT), Given.heldSeat(SEAT).zone()))
            : List.of();
    List<HeldBackArea> areas =
        place == PlaceCase.AREA
            ? List.of(new HeldBackArea(PIT, STANDING, PIT_CAPACITY))
            : List.of();
    AllotmentTerms next = new AllotmentTerms(SECOND, PARTNER, null);
    Event code = new HoldCodeSet(PERFORMANCE, FIRST, CODE, HeldBackReason.HOUSE, seats, areas);
    Event made = new AllotmentMade(PERFORMANCE, FIRST, AGENT, LIVE, List.of(next), seats, areas);
    return switch (kept) {
      case NOTHING -> List.of();
      case HOLD_CODE -> List.of(code);
      case LIFTED -> List.of(code, new HoldCodeLifted(PERFORMANCE, FIRST, CODE, List.of()));
      case KILL ->
          List.of(new PlacesKilled(PERFORMANCE, FIRST, HeldBackReason.SAFETY, seats, areas));
      case ALLOTMENT -> List.of(made);
      case RETURNED -> List.of(made, new AllotmentReturned(PERFORMANCE, FIRST, List.of()));
      case CASCADED -> List.of(made, new AllotmentCascaded(PERFORMANCE, FIRST, next, List.of()));
    };
  }

  /** A seat that is held keeps its keeper; places of an area are drawn from theirs. */
  private static List<Event> stands(StandsCase stands, PlaceCase place, KeptCase kept) {
    if (stands == StandsCase.FREE) {
      return List.of();
    }
    Instant end = stands == StandsCase.HELD ? LIVE : OVER;
    if (place == PlaceCase.SEAT) {
      return List.of(Given.placed(Given.hold(2), end, SEAT));
    }
    HeldBackId keeper =
        switch (kept) {
          case NOTHING, LIFTED, RETURNED -> null;
          case HOLD_CODE, KILL, ALLOTMENT -> FIRST;
          case CASCADED -> SECOND;
        };
    HeldArea pit = new HeldArea(PIT, STANDING, PIT_CAPACITY, keeper);
    return List.of(
        new HoldPlaced(
            PERFORMANCE,
            Given.hold(2),
            List.of(),
            List.of(pit),
            end,
            1,
            AGENT,
            false,
            null,
            null,
            null));
  }
}
