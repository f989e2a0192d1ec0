package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;
import static org.counterfoil.domain.order.Tour.ELSEWHERE;
import static org.counterfoil.domain.order.Tour.PARIS;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/**
 * Walks {@code exchange-elsewhere.table}: tickets for those of another night, in every situation.
 */
class ExchangeElsewhereTableTest {

  private static final OrderId OLD = Given.order(1);
  private static final OrderId NEW = Given.order(2);
  private static final List<RefundId> SPARE = List.of(refund(5), refund(6), refund(7));
  private static final OrganisationId AGENT = new OrganisationId(Theatre.id(77));
  private static final List<SalesAgent> AGENTS = List.of(new SalesAgent(Theatre.WEB, AGENT));

  private final DecisionTable table =
      DecisionTable.read(ExchangeElsewhereTableTest.class, "exchange-elsewhere.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), ExchangeElsewhereTableTest::decide);

    System.out.println(
        "exchange-elsewhere.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(15_000);
  }

  @Test
  void takingTicketsOfAnotherOrganisationIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("ORGANISATIONS_DIFFER") ? "nothing" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("ORGANISATIONS"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("order", DecisionTable.constantsOf(OrderCase.class));
    columns.put("stage", DecisionTable.constantsOf(StageCase.class));
    columns.put("ticket", DecisionTable.constantsOf(TicketCase.class));
    columns.put("night", DecisionTable.constantsOf(NightCase.class));
    columns.put("hold", DecisionTable.constantsOf(HoldCase.class));
    columns.put("price", DecisionTable.constantsOf(PriceCase.class));
    columns.put("difference", DecisionTable.constantsOf(DifferenceCase.class));
    return columns;
  }

  private enum OrderCase {
    NONE,
    OF_ANOTHER_NIGHT,
    PLACED,
    COMPLETED,
    ON_ACCOUNT,
    OF_AN_AGENT
  }

  private enum StageCase {
    COMING,
    COMPLETED,
    CANCELLED
  }

  private enum TicketCase {
    NOTHING_NAMED,
    UNKNOWN,
    PAID,
    FREE,
    PART_REFUNDED,
    VOID
  }

  private enum NightCase {
    LIKE_THIS,
    UNKNOWN,
    OF_OTHERS,
    FOR_TRAINING,
    IN_FRANCS,
    THROUGH_AN_AGENT
  }

  private enum HoldCase {
    LIVE,
    RELEASED,
    ORDERED,
    ANOTHER_SEAT
  }

  private enum PriceCase {
    CHEAPER,
    SAME,
    DEARER
  }

  private enum DifferenceCase {
    UNSAID,
    TAKEN,
    GIVEN
  }

  private static String decide(Map<String, String> cell) {
    OrderCase order = of(OrderCase.class, cell, "order");
    StageCase stage = of(StageCase.class, cell, "stage");
    TicketCase ticket = of(TicketCase.class, cell, "ticket");
    NightCase night = of(NightCase.class, cell, "night");
    HoldCase hold = of(HoldCase.class, cell, "hold");
    PriceCase price = of(PriceCase.class, cell, "price");
    boolean hasNoTicket =
        order == OrderCase.NONE || order == OrderCase.OF_ANOTHER_NIGHT || order == OrderCase.PLACED;
    boolean hasHappened = ticket == TicketCase.PART_REFUNDED || ticket == TicketCase.VOID;
    if ((hasNoTicket && hasHappened)
        || (order == OrderCase.ON_ACCOUNT && ticket == TicketCase.PART_REFUNDED)
        || (night == NightCase.UNKNOWN && hold != HoldCase.LIVE)) {
      return "impossible";
    }
    Tour tour = Tour.begun();
    sell(tour, order, ticket);
    switch (stage) {
      case COMING -> {}
      case COMPLETED -> tour.apply(new PerformanceCompleted(PARIS));
      case CANCELLED ->
          tour.apply(new PerformanceCancelled(PARIS, CancellationReason.ILLNESS, true, null));
    }
    offer(tour, night, hold, price);
    return DecisionTable.answer(
        tour.decide(
            command(order, ticket, hold, of(DifferenceCase.class, cell, "difference")), NOW));
  }

  private static <E extends Enum<E>> E of(Class<E> type, Map<String, String> cell, String column) {
    return Enum.valueOf(type, cell.get(column).toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** A seat at 25.00, and a free one. */
  private static void sell(Tour tour, OrderCase order, TicketCase ticket) {
    if (order == OrderCase.NONE) {
      return;
    }
    if (order == OrderCase.OF_AN_AGENT) {
      tour.apply(new AgentsSet(PARIS, AGENTS));
    }
    tour.apply(Tour.placed(PARIS, Given.hold(1), LIVE, "ORCH-A-1", "ORCH-A-2"));
    TicketWish comp =
        new TicketWish(
            Given.ticket(2), Theatre.seat("ORCH-A-2"), null, Theatre.COMP, CompReason.PRESS);
    tour.handle(
        new PlaceOrder(
            OLD,
            PARIS,
            List.of(Given.hold(1)),
            List.of(Tour.seat(1, "ORCH-A-1"), comp),
            Theatre.STAFF),
        NOW);
    switch (order) {
      case NONE, PLACED -> {}
      case OF_ANOTHER_NIGHT, COMPLETED, OF_AN_AGENT ->
          tour.handle(
              new TakePayment(OLD, PARIS, payment(1), PaymentMethod.CASH, null, euros(2500)), NOW);
      case ON_ACCOUNT -> tour.handle(new SellOnAccount(OLD, PARIS), NOW);
    }
    switch (ticket) {
      case NOTHING_NAMED, UNKNOWN, PAID, FREE -> {}
      case PART_REFUNDED ->
          tour.handle(
              new RefundTickets(
                  OLD,
                  PARIS,
                  List.of(Given.ticket(1)),
                  1000L,
                  RefundTo.CASH,
                  TicketReason.GOODWILL,
                  true,
                  List.of(refund(1))),
              NOW);
      case VOID ->
          tour.handle(
              new VoidTickets(OLD, PARIS, List.of(Given.ticket(1)), TicketReason.CHARGEBACK), NOW);
    }
  }

  private static void offer(Tour tour, NightCase night, HoldCase hold, PriceCase price) {
    if (night == NightCase.UNKNOWN) {
      return;
    }
    OrganisationId organisation =
        night == NightCase.OF_OTHERS ? new OrganisationId(Theatre.id(60)) : ORGANISATION;
    Currency currency = night == NightCase.IN_FRANCS ? Currency.getInstance("CHF") : EUR;
    long minor =
        switch (price) {
          case CHEAPER -> 1000;
          case SAME -> 2500;
          case DEARER -> 3500;
        };
    tour.schedule(
        ELSEWHERE,
        organisation,
        currency,
        "2.1",
        "Europe/Zurich",
        night == NightCase.FOR_TRAINING,
        minor);
    if (night == NightCase.THROUGH_AN_AGENT) {
      tour.apply(new AgentsSet(ELSEWHERE, AGENTS));
    }
    tour.apply(Tour.placed(ELSEWHERE, Given.hold(2), LIVE, "ORCH-B-1"));
    switch (hold) {
      case LIVE, ANOTHER_SEAT -> {}
      case RELEASED -> tour.handle(new ReleaseHold(ELSEWHERE, Given.hold(2)), NOW);
      case ORDERED ->
          tour.handle(
              new PlaceOrder(
                  Given.order(3),
                  ELSEWHERE,
                  List.of(Given.hold(2)),
                  List.of(Tour.seat(7, "ORCH-B-1")),
                  Theatre.STAFF),
              NOW);
    }
  }

  private static ExchangeElsewhere command(
      OrderCase order, TicketCase ticket, HoldCase hold, DifferenceCase difference) {
    List<TicketId> named =
        switch (ticket) {
          case NOTHING_NAMED -> List.of();
          case UNKNOWN -> List.of(Given.ticket(9));
          case PAID, PART_REFUNDED, VOID -> List.of(Given.ticket(1));
          case FREE -> List.of(Given.ticket(2));
        };
    return new ExchangeElsewhere(
        new OrderPart(
            OLD, order == OrderCase.OF_ANOTHER_NIGHT ? Tour.ISLAND : PARIS, List.of(Given.hold(1))),
        new OrderPart(NEW, ELSEWHERE, List.of(Given.hold(2))),
        named,
        List.of(Tour.seat(5, hold == HoldCase.ANOTHER_SEAT ? "ORCH-B-2" : "ORCH-B-1")),
        Theatre.STAFF,
        difference == DifferenceCase.TAKEN ? PaymentMethod.CASH : null,
        null,
        difference == DifferenceCase.GIVEN ? RefundTo.CASH : null,
        30,
        payment(8),
        SPARE);
  }
}
