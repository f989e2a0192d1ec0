package org.counterfoil.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.seat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.reservation.ReservationCommand.ChangeReservation;
import org.counterfoil.domain.reservation.ReservationCommand.PlaceReservation;
import org.counterfoil.domain.reservation.ReservationCommand.ReleaseReservation;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.junit.jupiter.api.Test;

/** Walks {@code reservation.table}. */
class ReservationTableTest {

  private static final ReservationId PARTY = new ReservationId(Theatre.id(700));
  private static final Instant PLACED_AT = NOW.minusSeconds(100_000);
  private static final Instant UNTIL = NOW.plusSeconds(3_600);
  private static final PlacesWish OWN =
      new PlacesWish(List.of(seat("ORCH-A-1"), seat("ORCH-A-2")), List.of(new AreaWish(PIT, 2)));

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable table = DecisionTable.read(ReservationTableTest.class, "reservation.table");
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(ReservationCommand.class));
    columns.put("caller", Set.of("staff", "buyer"));
    columns.put(
        "state", Set.of("none", "option", "ordered", "over", "expired", "released", "sold"));
    columns.put("change", Set.of("none", "more", "taken", "fewer", "strange", "all", "swap"));
    columns.put("end", Set.of("kept", "later", "past", "late"));

    DecisionTable.Walk walk = table.walk(columns, this::decide);

    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isEqualTo(3 * 2 * 7 * 7 * 4);
  }

  private String decide(Map<String, String> cell) {
    Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
    desk.apply(Given.placed(Given.hold(9), UNTIL, "ORCH-B-1"));
    if (!cell.get("state").equals("none")) {
      Instant end = cell.get("state").equals("over") ? NOW : UNTIL;
      desk.handle(place(OWN, HoldClaim.of(STAFF), end), PLACED_AT);
      switch (cell.get("state")) {
        case "ordered" -> desk.apply(Given.ordered(Given.hold(1), Given.order(1), UNTIL));
        case "expired" -> desk.apply(Given.expired(Given.hold(1)));
        case "released" -> desk.apply(Given.released(Given.hold(1)));
        case "sold" -> desk.apply(Given.sold(Given.hold(1), Given.order(1), 0));
        default -> {}
      }
    }
    return DecisionTable.answer(desk.decide(command(cell), NOW));
  }

  private static Command command(Map<String, String> cell) {
    HoldClaim claim = HoldClaim.of(cell.get("caller").equals("staff") ? STAFF : BUYER);
    Instant end =
        switch (cell.get("end")) {
          case "later" -> UNTIL.plusSeconds(60);
          case "past" -> NOW;
          case "late" -> NOW.plusSeconds(86_400 - 7_200 + 1);
          default -> null;
        };
    PlacesWish more =
        switch (cell.get("change")) {
          case "more", "swap" -> PlacesWish.ofSeats(List.of(seat("ORCH-A-3")));
          case "taken" -> PlacesWish.ofSeats(List.of(seat("ORCH-B-1")));
          default -> null;
        };
    PlacesWish fewer =
        switch (cell.get("change")) {
          case "fewer" -> PlacesWish.ofSeats(List.of(seat("ORCH-A-1")));
          case "strange" -> PlacesWish.ofAreas(List.of(new AreaWish(PIT, 3)));
          case "all", "swap" -> OWN;
          default -> PlacesWish.ofSeats(List.of());
        };
    return switch (cell.get("command")) {
      case "PlaceReservation" -> place(more == null ? OWN : more, claim, end == null ? UNTIL : end);
      case "ChangeReservation" ->
          new ChangeReservation(PERFORMANCE, PARTY, Given.hold(2), more, fewer, claim, end);
      case "ReleaseReservation" -> new ReleaseReservation(PERFORMANCE, PARTY);
      default -> throw new AssertionError(cell.get("command"));
    };
  }

  private static PlaceReservation place(PlacesWish places, HoldClaim claim, Instant end) {
    return new PlaceReservation(
        PERFORMANCE, PARTY, Given.hold(1), places, claim, end, new ReservationReference("P-1"));
  }
}
