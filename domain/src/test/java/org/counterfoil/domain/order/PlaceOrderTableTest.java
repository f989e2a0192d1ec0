package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Given.OVER;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;

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
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;

/** Walks {@code place-order.table}: one hold, one seat, every situation. */
class PlaceOrderTableTest {

  private static final HoldId HOLD = OrderFacts.HOLD;
  private static final OrderId ORDER = Given.order(2);
  private static final SeatId SEAT = Theatre.seat("ORCH-A-1");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable table = DecisionTable.read(PlaceOrderTableTest.class, "place-order.table");

    DecisionTable.Walk walk = table.walk(columns(), PlaceOrderTableTest::decide);

    System.out.println("place-order.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(2000);
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("performance", Set.of("unknown", "known"));
    columns.put("order", Set.of("none", "placed"));
    columns.put("hold", DecisionTable.constantsOf(HoldCase.class));
    columns.put("tickets", DecisionTable.constantsOf(TicketCase.class));
    columns.put("price", DecisionTable.constantsOf(PriceCase.class));
    columns.put("reason", Set.of("none", "given"));
    columns.put("caller", Set.of("buyer", "staff"));
    return columns;
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

  private enum TicketCase {
    NO,
    ONE,
    TWO,
    SAME_ID,
    OTHER_SEAT,
    AREA,
    BOTH,
    NEITHER
  }

  private enum PriceCase {
    FULL,
    MEMBER,
    EARLY,
    COMP,
    UNLISTED
  }

  private static String decide(Map<String, String> cell) {
    HoldCase hold = HoldCase.valueOf(constant(cell.get("hold")));
    boolean isUnknown = cell.get("performance").equals("unknown");
    boolean isPlaced = cell.get("order").equals("placed");
    if (isUnknown && (hold != HoldCase.NONE || isPlaced)) {
      return "impossible";
    }
    List<Event> given = new ArrayList<>();
    if (!isUnknown) {
      given.add(Given.scheduled());
      given.addAll(hold(hold));
    }
    if (isPlaced) {
      given.addAll(placedBefore());
    }
    PriceTypeCode price = new PriceTypeCode(constant(cell.get("price")));
    CompReason reason = cell.get("reason").equals("given") ? CompReason.PRESS : null;
    PlaceOrder wish =
        new PlaceOrder(
            ORDER,
            PERFORMANCE,
            List.of(HOLD),
            tickets(TicketCase.valueOf(constant(cell.get("tickets"))), price, reason),
            cell.get("caller").equals("staff") ? STAFF : BUYER);
    return DecisionTable.answer(Desk.after(given).decide(wish, NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static List<TicketWish> tickets(
      TicketCase tickets, PriceTypeCode price, CompReason reason) {
    TicketWish one = new TicketWish(Given.ticket(1), SEAT, null, price, reason);
    return switch (tickets) {
      case NO -> List.of();
      case ONE -> List.of(one);
      case TWO -> List.of(one, new TicketWish(Given.ticket(2), SEAT, null, price, reason));
      case SAME_ID ->
          List.of(
              one, new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-2"), null, price, reason));
      case OTHER_SEAT ->
          List.of(new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-2"), null, price, reason));
      case AREA -> List.of(new TicketWish(Given.ticket(1), null, PIT, price, reason));
      case BOTH -> List.of(new TicketWish(Given.ticket(1), SEAT, PIT, price, reason));
      case NEITHER -> List.of(new TicketWish(Given.ticket(1), null, null, price, reason));
    };
  }

  private static List<Event> hold(HoldCase hold) {
    Event placed = Given.placed(HOLD, LIVE, SEAT.value());
    return switch (hold) {
      case NONE -> List.of();
      case PLACED -> List.of(placed);
      case EXTENDED -> List.of(placed, Given.extended(HOLD, LIVE));
      case OVER -> List.of(Given.placed(HOLD, OVER, SEAT.value()));
      case ORDERED -> List.of(placed, Given.ordered(HOLD, Given.order(1), LIVE));
      case ORDERED_OVER -> List.of(placed, Given.ordered(HOLD, Given.order(1), OVER));
      case SOLD -> List.of(placed, Given.sold(HOLD, Given.order(1), 0));
      case RELEASED -> List.of(placed, Given.released(HOLD));
      case EXPIRED -> List.of(placed, Given.expired(HOLD));
    };
  }

  /** An order with the command's id, for another hold. */
  private static List<Event> placedBefore() {
    HoldId other = Given.hold(8);
    Desk desk = Desk.given(Given.scheduled(), Given.placed(other, LIVE, "ORCH-B-1"));
    TicketWish ticket =
        new TicketWish(Given.ticket(8), Theatre.seat("ORCH-B-1"), null, Theatre.FULL, null);
    desk.handle(new PlaceOrder(ORDER, PERFORMANCE, List.of(other), List.of(ticket), BUYER), NOW);
    assertThat(desk.order(ORDER).exists()).isTrue();
    return desk.log().subList(1, desk.log().size());
  }
}
