package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.HASH;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PLAN;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Picture;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.JointOrderCommand.LapseJointly;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldCommand;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.seathold.TicketEvents;

/**
 * A production on tour: a night in Paris at 5.5 %, a premiere in Pointe-à-Pitre at 2.1 %, and
 * whatever a test adds. Sold as the command service sells, without a store: what a decision leads
 * to by itself follows.
 */
class Tour {

  static final PerformanceId PARIS = PERFORMANCE;
  static final PerformanceId ISLAND = new PerformanceId(Theatre.id(50));
  static final PerformanceId ELSEWHERE = new PerformanceId(Theatre.id(51));

  private final OrderDecider orderDecider = new OrderDecider();
  private final JointOrderDecider jointDecider = new JointOrderDecider();
  private final SeatHoldDecider holdDecider = new SeatHoldDecider();
  private final PerformanceDecider performanceDecider = new PerformanceDecider();
  private final TicketEvents ticketEvents = new TicketEvents();
  private final Map<PerformanceId, PerformanceSeats> performances = new LinkedHashMap<>();
  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final List<Event> log = new ArrayList<>();
  private int refunds = 900;

  static Tour begun() {
    Tour tour = new Tour();
    tour.begin();
    return tour;
  }

  final void begin() {
    schedule(PARIS, ORGANISATION, EUR, "5.5", "Europe/Paris", false);
    schedule(ISLAND, ORGANISATION, EUR, "2.1", "America/Guadeloupe", false);
  }

  final void schedule(
      PerformanceId id,
      OrganisationId organisation,
      Currency currency,
      String rate,
      String zone,
      boolean isTraining) {
    schedule(id, organisation, currency, rate, zone, isTraining, 2500);
  }

  final void schedule(
      PerformanceId id,
      OrganisationId organisation,
      Currency currency,
      String rate,
      String zone,
      boolean isTraining,
      long priceMinor) {
    apply(
        new PerformanceScheduled(
            id,
            organisation,
            Theatre.PRODUCTION,
            new PublicLabel("The Seagull"),
            Theatre.VENUE,
            new PublicLabel("Small Theatre"),
            Theatre.PLAN_ID,
            HASH,
            PLAN.seatCount(),
            PLAN.zoneCapacities(),
            PLAN.areas(),
            NOW.plusSeconds(79_200),
            NOW.plusSeconds(86_400),
            ZoneId.of(zone),
            prices(currency, rate, priceMinor),
            SaleRules.DEFAULT,
            isTraining));
    apply(new OnsaleSet(id, Given.ALWAYS, List.of()));
  }

  private static PriceList prices(Currency currency, String rate, long minor) {
    List<PriceType> types = List.of(price(Theatre.FULL, minor, rate), price(Theatre.COMP, 0, rate));
    return new PriceList(
        currency,
        List.of(new ZonePrices(Theatre.STALLS, types), new ZonePrices(Theatre.STANDING, types)));
  }

  private static PriceType price(
      org.counterfoil.domain.performance.PriceTypeCode code, long minor, String rate) {
    return new PriceType(
        code,
        new PublicLabel("Price " + code),
        minor,
        new TaxRate(rate),
        Set.of(),
        Set.of(),
        null,
        null);
  }

  /** A hold of seats of one of the performances. */
  static HoldPlaced placed(PerformanceId performance, HoldId hold, Instant end, String... seats) {
    HoldPlaced paris = Given.placed(hold, end, seats);
    return new HoldPlaced(
        performance,
        hold,
        paris.seats(),
        List.of(),
        end,
        1,
        paris.channel(),
        false,
        null,
        null,
        null);
  }

  /** One part of a wish. */
  static PartWish wish(int order, PerformanceId performance, HoldId... holds) {
    return new PartWish(Given.order(order), performance, List.of(holds), List.of(), Theatre.STAFF);
  }

  static TicketWish seat(int ticket, String seat) {
    return new TicketWish(Given.ticket(ticket), Theatre.seat(seat), null, Theatre.FULL, null);
  }

  /** Order 1 of two seats in Paris and order 2 of one on the island, each held. */
  static PlaceJointOrder twoNights() {
    return new PlaceJointOrder(
        List.of(wish(1, PARIS, Given.hold(1)), wish(2, ISLAND, Given.hold(2))),
        List.of(seat(1, "ORCH-A-1"), seat(2, "ORCH-A-2"), seat(3, "ORCH-B-1")));
  }

  Tour held(Instant end) {
    apply(placed(PARIS, Given.hold(1), end, "ORCH-A-1", "ORCH-A-2"));
    apply(placed(ISLAND, Given.hold(2), end, "ORCH-B-1"));
    return this;
  }

  /** Decides without applying. */
  Decision<? extends Event> decide(Command command, Instant now) {
    return switch (command) {
      case JointOrderCommand c ->
          jointDecider.decide(c, new JointSale(c.parts().stream().map(this::saleOf).toList()), now);
      case OrderCommand c ->
          orderDecider.decide(c, new Sale(order(c.orderId()), seats(c.performanceId())), now);
      case SeatHoldCommand c -> holdDecider.decide(c, seats(c.performanceId()), now);
      case PerformanceCommand c ->
          performanceDecider.decide(c, seats(c.performanceId()).performance(), now);
      default -> throw new AssertionError("Expected a command of a sale, but it is " + command);
    };
  }

  private Sale saleOf(OrderPart part) {
    return new Sale(order(part.orderId()), seats(part.performanceId()));
  }

  /** Decides, applies, and does what follows. */
  Decision<? extends Event> handle(Command command, Instant now) {
    Decision<? extends Event> decision = decide(command, now);
    return decision instanceof Decision.Accepted<? extends Event> accepted
        ? Decision.accept(follow(List.copyOf(accepted.events()), now))
        : decision;
  }

  private List<Event> follow(List<Event> events, Instant now) {
    events.forEach(this::apply);
    List<Event> all = new ArrayList<>(events);
    Set<OrderId> ended = new LinkedHashSet<>();
    for (Event event : events) {
      if (event instanceof HoldExpired expired && expired.orderId() != null) {
        ended.add(expired.orderId());
      } else if (event instanceof HoldReleased released && released.orderId() != null) {
        ended.add(released.orderId());
      } else if (event instanceof OrderCompleted completed) {
        ended.remove(completed.orderId());
      }
    }
    for (OrderId order : ended) {
      List<RefundId> spare = Stream.generate(() -> OrderFacts.refund(refunds++)).limit(10).toList();
      LapseOrder lapse = new LapseOrder(order, order(order).placed().performanceId(), spare);
      if (decide(lapse, now) instanceof Decision.Accepted<? extends Event> lapsed) {
        all.addAll(follow(List.copyOf(lapsed.events()), now));
      }
    }
    for (Event event : events) {
      if (event instanceof OrderLapsed lapsed && !lapsed.parts().isEmpty() && isReminded()) {
        if (decide(new LapseJointly(lapsed.parts()), now)
            instanceof Decision.Accepted<? extends Event> others) {
          all.addAll(follow(List.copyOf(others.events()), now));
        }
      }
    }
    return all;
  }

  /** A crash may lose the reminder that the other parts are over. */
  boolean isReminded() {
    return true;
  }

  void apply(Event event) {
    switch (event) {
      case PerformanceEvent e ->
          performanceDecider.evolve(seats(e.performanceId()).performance(), e);
      case SeatHoldEvent e -> holdDecider.evolve(seats(e.performanceId()), e);
      case TicketEvent e -> ticketEvents.evolve(seats(e.performanceId()), e);
      case OrderEvent e ->
          orderDecider.evolve(orders.computeIfAbsent(e.orderId(), id -> new Order()), e);
      default -> throw new AssertionError("Expected an event of a sale, but it is " + event);
    }
    log.add(event);
  }

  PerformanceSeats seats(PerformanceId id) {
    return performances.computeIfAbsent(
        id, unknown -> new PerformanceSeats(new Performance(Theatre.PLANS), new SeatInventory()));
  }

  Order order(OrderId id) {
    Order order = orders.get(id);
    return order == null ? new Order() : order;
  }

  Map<OrderId, Order> orders() {
    return orders;
  }

  List<Event> log() {
    return log;
  }

  String picture() {
    List<Object> states = new ArrayList<>();
    for (PerformanceSeats seats : performances.values()) {
      states.add(seats.performance());
      states.add(seats.inventory());
    }
    states.add(orders);
    return Picture.of(states);
  }
}
