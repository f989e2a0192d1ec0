package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.ALWAYS;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Given.OVER;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PIT_CAPACITY;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.WEB;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExtendHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseAllHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.junit.jupiter.api.Test;

/** Walks {@code seat-hold.table}: every command in every situation. */
class SeatHoldTableTest {

  private static final HoldId HOLD = Given.hold(1);
  private static final HoldId OTHER = Given.hold(2);
  private static final AdmissionId USED = new AdmissionId(Theatre.id(900));
  private static final String[] BALCONY = {"BALC-A-1", "BALC-A-2", "BALC-A-3", "BALC-A-4"};
  private static final OrderId ORDER = Given.order(1);
  private static final OnsaleWindow OPEN = new OnsaleWindow(NOW, LIVE);
  private static final OnsaleWindow NOT_YET = new OnsaleWindow(LIVE, null);
  private static final OnsaleWindow CLOSED = new OnsaleWindow(null, NOW);

  private final DecisionTable table =
      DecisionTable.read(SeatHoldTableTest.class, "seat-hold.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), SeatHoldTableTest::decide);

    System.out.println("seat-hold.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(4000);
  }

  @Test
  void aCommandWithoutRowsIsAFault() {
    Map<String, Set<String>> columns = columns();
    columns.put(
        "command",
        Set.of(
            "PlaceHold",
            "ReleaseHold",
            "ExtendHold",
            "OfferPlaces",
            "ReleaseAllHolds",
            "ExpireHolds",
            "New"));

    DecisionTable.Walk walk =
        table.walk(columns, c -> c.get("command").equals("New") ? "nothing" : decide(c));

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("command=New"));
  }

  @Test
  void aWrongAnswerIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("SEAT_ALREADY_HELD") ? "HoldPlaced" : answer;
            });

    assertThat(walk.faults())
        .isNotEmpty()
        .allMatch(fault -> fault.contains("expects SEAT_ALREADY_HELD, but got HoldPlaced"));
  }

  /** The situations of the hold cover every status that the code knows. */
  @Test
  void everyStatusHasASituation() {
    Set<HoldStatus> covered =
        Arrays.stream(HoldCase.values())
            .filter(hold -> hold != HoldCase.NONE)
            .map(hold -> desk("open", hold, PlaceCase.SEAT_FREE).inventory().statusOf(HOLD))
            .collect(Collectors.toSet());

    assertThat(covered).containsExactlyInAnyOrder(HoldStatus.values());
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(SeatHoldCommand.class));
    columns.put("performance", DecisionTable.constantsOf(PerformanceCase.class));
    columns.put("caller", DecisionTable.constantsOf(CallerCase.class));
    columns.put("hold", DecisionTable.constantsOf(HoldCase.class));
    columns.put("place", DecisionTable.constantsOf(PlaceCase.class));
    return columns;
  }

  private enum PerformanceCase {
    UNKNOWN,
    NO_ONSALE,
    NOT_YET_OPEN,
    OPEN,
    CLOSED_FOR_CHANNEL,
    OPEN_FOR_CHANNEL,
    WAITING_ROOM,
    OVER,
    TOOK_PLACE,
    CANCELLED
  }

  private enum CallerCase {
    BUYER,
    ADMITTED,
    ADMITTED_BEFORE,
    STAFF
  }

  private enum HoldCase {
    NONE,
    PLACED,
    EXTENDED,
    OVER,
    ORDERED,
    ORDERED_OVER,
    SOLD,
    RELEASED,
    EXPIRED
  }

  private enum PlaceCase {
    SEAT_UNKNOWN,
    SEAT_FREE,
    SEAT_HELD,
    SEAT_OVERDUE,
    SEAT_SOLD,
    AREA_UNKNOWN,
    AREA_FREE,
    AREA_HELD,
    AREA_OVERDUE,
    AREA_SOLD,
    ZONE_UNKNOWN,
    BEST_FREE,
    BEST_HELD,
    BEST_OVERDUE,
    BEST_SOLD
  }

  private static String decide(Map<String, String> cell) {
    HoldCase hold = HoldCase.valueOf(constant(cell.get("hold")));
    PlaceCase place = PlaceCase.valueOf(constant(cell.get("place")));
    boolean isEmpty = hold == HoldCase.NONE && place.name().matches(".*(FREE|UNKNOWN)");
    if (cell.get("performance").equals("unknown") && !isEmpty) {
      return "impossible";
    }
    SeatHoldCommand command = command(cell.get("command"), place, claim(cell.get("caller")));
    Desk desk = desk(cell.get("performance"), hold, place);
    return DecisionTable.answer(desk.decide(command, NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static HoldClaim claim(String name) {
    return switch (CallerCase.valueOf(constant(name))) {
      case BUYER -> HoldClaim.of(BUYER);
      case ADMITTED -> new HoldClaim(BUYER, null, new AdmissionId(Theatre.id(901)));
      case ADMITTED_BEFORE -> new HoldClaim(BUYER, null, USED);
      case STAFF -> HoldClaim.of(STAFF);
    };
  }

  private static SeatHoldCommand command(String name, PlaceCase place, HoldClaim claim) {
    return switch (name) {
      case "PlaceHold" -> new PlaceHold(PERFORMANCE, HOLD, places(place), claim);
      case "ReleaseHold" -> new ReleaseHold(PERFORMANCE, HOLD);
      case "ExtendHold" -> new ExtendHold(PERFORMANCE, HOLD);
      case "OfferPlaces" -> new OfferPlaces(PERFORMANCE);
      case "ReleaseAllHolds" -> new ReleaseAllHolds(PERFORMANCE);
      case "ExpireHolds" -> new ExpireHolds(PERFORMANCE);
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private static PlacesWish places(PlaceCase place) {
    return switch (place) {
      case ZONE_UNKNOWN ->
          PlacesWish.ofBestAvailable(BestAvailableWish.of(new ZoneName("LOGES"), 1));
      case BEST_FREE, BEST_HELD, BEST_OVERDUE, BEST_SOLD ->
          PlacesWish.ofBestAvailable(BestAvailableWish.of(Theatre.BALCONY, 1));
      default -> new PlacesWish(seats(place), areas(place));
    };
  }

  private static List<SeatId> seats(PlaceCase place) {
    return switch (place) {
      case SEAT_UNKNOWN -> List.of(Theatre.seat("ORCH-Z-99"));
      case SEAT_FREE, SEAT_HELD, SEAT_OVERDUE, SEAT_SOLD -> List.of(Theatre.seat("ORCH-A-1"));
      case AREA_UNKNOWN, AREA_FREE, AREA_HELD, AREA_OVERDUE, AREA_SOLD -> List.of();
      case ZONE_UNKNOWN, BEST_FREE, BEST_HELD, BEST_OVERDUE, BEST_SOLD -> List.of();
    };
  }

  private static List<AreaWish> areas(PlaceCase place) {
    return switch (place) {
      case SEAT_UNKNOWN, SEAT_FREE, SEAT_HELD, SEAT_OVERDUE, SEAT_SOLD -> List.of();
      case ZONE_UNKNOWN, BEST_FREE, BEST_HELD, BEST_OVERDUE, BEST_SOLD -> List.of();
      case AREA_UNKNOWN -> List.of(new AreaWish(new AreaName("ROOF"), 1));
      case AREA_FREE, AREA_HELD, AREA_OVERDUE, AREA_SOLD -> List.of(new AreaWish(PIT, 1));
    };
  }

  private static Desk desk(String performance, HoldCase hold, PlaceCase place) {
    List<Event> given = new ArrayList<>();
    given.addAll(performance(PerformanceCase.valueOf(constant(performance))));
    given.addAll(hold(hold));
    given.addAll(place(place));
    return Desk.after(given);
  }

  private static List<Event> performance(PerformanceCase performance) {
    return switch (performance) {
      case UNKNOWN -> List.of();
      case NO_ONSALE -> List.of(Given.scheduled());
      case NOT_YET_OPEN -> onsale(NOT_YET);
      case OPEN -> onsale(OPEN);
      case CLOSED_FOR_CHANNEL -> onsale(OPEN, new ChannelWindow(WEB, CLOSED));
      case OPEN_FOR_CHANNEL -> onsale(NOT_YET, new ChannelWindow(WEB, OPEN));
      case WAITING_ROOM -> waitingRoom();
      case OVER ->
          List.of(
              Theatre.scheduled(NOW, SaleRules.DEFAULT),
              new OnsaleSet(PERFORMANCE, ALWAYS, List.of()));
      case TOOK_PLACE -> ended(new PerformanceCompleted(PERFORMANCE));
      case CANCELLED ->
          ended(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
    };
  }

  /** On sale until it ended. */
  private static List<Event> ended(Event how) {
    List<Event> events = new ArrayList<>(onsale(OPEN));
    events.add(how);
    return events;
  }

  /** Of which one admission was used, for a hold that was given back. */
  private static List<Event> waitingRoom() {
    HoldId earlier = Given.hold(9);
    List<Event> events = new ArrayList<>(onsale(OPEN));
    events.add(new WaitingRoomSet(PERFORMANCE, new WaitingRoomTerms(NOW, NOW, 50, 600, null)));
    events.add(
        new HoldPlaced(
            PERFORMANCE,
            earlier,
            List.of(Given.heldSeat("ORCH-A-2")),
            List.of(),
            LIVE,
            1,
            WEB,
            false,
            null,
            USED,
            null));
    events.add(Given.released(earlier));
    return events;
  }

  private static List<Event> onsale(OnsaleWindow window, ChannelWindow... channels) {
    return List.of(Given.scheduled(), new OnsaleSet(PERFORMANCE, window, List.of(channels)));
  }

  private static List<Event> hold(HoldCase hold) {
    String seat = "ORCH-B-1";
    Event placed = Given.placed(HOLD, LIVE, seat);
    return switch (hold) {
      case NONE -> List.of();
      case PLACED -> List.of(placed);
      case EXTENDED -> List.of(placed, Given.extended(HOLD, LIVE));
      case OVER -> List.of(Given.placed(HOLD, OVER, seat));
      case ORDERED -> List.of(placed, Given.ordered(HOLD, ORDER, LIVE));
      case ORDERED_OVER -> List.of(placed, Given.ordered(HOLD, ORDER, OVER));
      case SOLD ->
          List.of(placed, Given.sold(HOLD, ORDER, 0, Given.fullPrice(Given.ticket(1), HOLD, seat)));
      case RELEASED -> List.of(placed, Given.released(HOLD));
      case EXPIRED -> List.of(placed, Given.expired(HOLD));
    };
  }

  private static PricedTicket[] balconyTickets() {
    return IntStream.range(0, BALCONY.length)
        .mapToObj(i -> Given.fullPrice(Given.ticket(2 + i), OTHER, BALCONY[i]))
        .toArray(PricedTicket[]::new);
  }

  private static List<Event> place(PlaceCase place) {
    String seat = "ORCH-A-1";
    return switch (place) {
      case SEAT_UNKNOWN, SEAT_FREE, AREA_UNKNOWN, AREA_FREE, ZONE_UNKNOWN, BEST_FREE -> List.of();
      case BEST_HELD -> List.of(Given.placed(OTHER, LIVE, BALCONY));
      case BEST_OVERDUE -> List.of(Given.placed(OTHER, OVER, BALCONY));
      case BEST_SOLD ->
          List.of(
              Given.placed(OTHER, LIVE, BALCONY), Given.sold(OTHER, ORDER, 0, balconyTickets()));
      case SEAT_HELD -> List.of(Given.placed(OTHER, LIVE, seat));
      case SEAT_OVERDUE -> List.of(Given.placed(OTHER, OVER, seat));
      case SEAT_SOLD ->
          List.of(
              Given.placed(OTHER, LIVE, seat),
              Given.sold(OTHER, ORDER, 0, Given.fullPrice(Given.ticket(2), OTHER, seat)));
      case AREA_HELD -> List.of(Given.placedInPit(OTHER, LIVE, PIT_CAPACITY));
      case AREA_OVERDUE -> List.of(Given.placedInPit(OTHER, OVER, PIT_CAPACITY));
      case AREA_SOLD ->
          List.of(
              Given.placedInPit(OTHER, LIVE, PIT_CAPACITY),
              Given.sold(
                  OTHER,
                  ORDER,
                  0,
                  Given.fullPriceInPit(Given.ticket(2), OTHER),
                  Given.fullPriceInPit(Given.ticket(3), OTHER),
                  Given.fullPriceInPit(Given.ticket(4), OTHER)));
    };
  }
}
