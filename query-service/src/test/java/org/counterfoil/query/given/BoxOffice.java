package org.counterfoil.query.given;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.admission.AdmissionCommand;
import org.counterfoil.domain.admission.AdmissionDecider;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Admissions;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.heldback.HeldBackCommand;
import org.counterfoil.domain.heldback.HeldBackDecider;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.JointOrderDecider;
import org.counterfoil.domain.order.JointSale;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.Sale;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseAllHolds;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.seathold.TicketEvents;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.waitinglist.WaitingListCommand;
import org.counterfoil.domain.waitinglist.WaitingListDecider;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;

/**
 * Sells by the domain's own deciders and writes what they decide to the log: a command service
 * without lanes, HTTP or a database of its own.
 */
public final class BoxOffice {

  private static final AtomicLong IDS = new AtomicLong();

  private final TestLog log;
  private final SeatingPlan plan;
  private final PlanHash hash;
  private final Map<PerformanceId, PerformanceSeats> performances = new HashMap<>();
  private final Map<OrderId, Order> orders = new HashMap<>();
  private final Map<Door, Admissions> doors = new HashMap<>();
  private Instant now;

  public BoxOffice(TestLog log, SeatingPlan plan, Instant start) {
    this.log = log;
    this.plan = plan;
    this.hash = new PlanHash("%064x".formatted(plan.seatCount()));
    this.now = start.truncatedTo(ChronoUnit.MICROS);
  }

  public Instant now() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public SeatingPlan plan() {
    return plan;
  }

  /** Unique in this JVM, in ascending order. Version and variant are those of UUIDv7. */
  public UUID id() {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
  }

  public OrganisationId organisation(String name) {
    OrganisationId id = new OrganisationId(id());
    write(
        id,
        new OrganisationCreated(
            id,
            new PublicLabel(name),
            new PublicLabel(name),
            new CountryCode("FR"),
            House.EUR,
            ZoneId.of("Europe/Paris"),
            null,
            null,
            null,
            null,
            MonthDay.of(1, 1),
            LocalTime.MIDNIGHT));
    return id;
  }

  public VenueId venue(OrganisationId organisation, String name, boolean isShared) {
    VenueId id = new VenueId(id());
    write(
        organisation,
        new VenueOpened(
            id,
            organisation,
            new PublicLabel(name),
            new PublicLabel("1 place du Théâtre"),
            ZoneId.of("Europe/Paris"),
            isShared),
        new SeatingPlanAdded(
            id,
            organisation,
            new SeatingPlanId(id()),
            new PublicLabel("House"),
            1,
            hash,
            plan.seatCount(),
            plan.zoneCapacities(),
            plan.areas()));
    return id;
  }

  /** Schedules a performance of a production of its own in a venue, and puts it on sale. */
  public PerformanceId performance(
      OrganisationId organisation, VenueId venue, String title, Instant startsAt) {
    return performance(organisation, venue, title, startsAt, false);
  }

  /** The same for training. */
  public PerformanceId training(
      OrganisationId organisation, VenueId venue, String title, Instant startsAt) {
    return performance(organisation, venue, title, startsAt, true);
  }

  private PerformanceId performance(
      OrganisationId organisation,
      VenueId venue,
      String title,
      Instant startsAt,
      boolean isTraining) {
    ProductionId production = new ProductionId(id());
    PerformanceId id = new PerformanceId(id());
    write(
        organisation,
        new ProductionAdded(
            production,
            organisation,
            new PublicLabel(title),
            new PublicLabel("Theatre"),
            null,
            null));
    performances.put(
        id, new PerformanceSeats(new Performance(wanted -> plan), new SeatInventory()));
    decide(
        organisation,
        id,
        new SchedulePerformance(
            id,
            organisation,
            production,
            new PublicLabel(title),
            venue,
            new PublicLabel("Grand Théâtre"),
            new SeatingPlanId(id()),
            hash,
            startsAt,
            null,
            ZoneId.of("Europe/Paris"),
            House.prices(),
            List.of(),
            SaleRules.DEFAULT,
            false,
            isTraining));
    decide(organisation, id, new SetOnsale(id, new OnsaleWindow(null, null), List.of(), null));
    return id;
  }

  public PerformanceSeats seats(PerformanceId id) {
    return performances.get(id);
  }

  public Order order(OrderId id) {
    return orders.get(id);
  }

  /** The orders of a performance that have tickets, in order of their ids. */
  public List<Order> completedOrders(PerformanceId performance) {
    return orders.values().stream()
        .filter(order -> order.exists() && order.placed().performanceId().equals(performance))
        .filter(order -> order.status() == Order.Status.COMPLETED)
        .sorted(Comparator.comparing(order -> order.placed().orderId().value()))
        .toList();
  }

  /** Completes, cancels or moves a performance; answers whether it was accepted. */
  public boolean end(PerformanceCommand command) {
    PerformanceSeats seats = seats(command.performanceId());
    boolean isAccepted =
        record(
            seats.performance().organisation(),
            new PerformanceDecider().decide(command, seats.performance(), now));
    return isAccepted && decide(new ReleaseAllHolds(command.performanceId()));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(SeatHoldCommand command) {
    PerformanceSeats seats = seats(command.performanceId());
    return record(
        seats.performance().organisation(), new SeatHoldDecider().decide(command, seats, now));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(WaitingListCommand command) {
    PerformanceSeats seats = seats(command.performanceId());
    return record(
        seats.performance().organisation(),
        new WaitingListDecider().decide(command, seats.demand(), now));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(WaitingRoomCommand command) {
    Performance performance = seats(command.performanceId()).performance();
    return record(
        performance.organisation(),
        new WaitingRoomDecider().decide(command, performance.waitingRoom(), now));
  }

  /** Sets the onsale again; answers whether it was accepted. */
  public boolean decide(SetOnsale command) {
    Performance performance = seats(command.performanceId()).performance();
    return record(
        performance.organisation(), new PerformanceDecider().decide(command, performance, now));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(AdmissionCommand command) {
    Admissions door = doors.computeIfAbsent(command.door(), of -> new Admissions());
    return record(
        command.door().organisationId(), new AdmissionDecider().decide(command, door, now));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(HeldBackCommand command) {
    PerformanceSeats seats = seats(command.performanceId());
    return record(
        seats.performance().organisation(),
        new HeldBackDecider().decide(command, seats.house(), now));
  }

  /** Decides and records; answers whether it was accepted. */
  public boolean decide(OrderCommand command) {
    PerformanceSeats seats = seats(command.performanceId());
    Order order = orders.computeIfAbsent(command.orderId(), id -> new Order());
    return record(
        seats.performance().organisation(),
        new OrderDecider().decide(command, new Sale(order, seats), now));
  }

  /** Decides about two performances and records; answers whether it was accepted. */
  public boolean decide(ExchangeElsewhere command) {
    List<Sale> parts =
        command.parts().stream()
            .map(
                part ->
                    new Sale(
                        orders.computeIfAbsent(part.orderId(), id -> new Order()),
                        seats(part.performanceId())))
            .toList();
    return record(
        parts.getFirst().seats().performance().organisation(),
        new JointOrderDecider().decide(command, new JointSale(parts), now));
  }

  /** Holds seats for a buyer on the web, orders them at full price and pays: one ticket each. */
  public void sellSeats(PerformanceId performance, int first, int count) {
    HoldId hold = hold(performance, first, count);
    List<TicketWish> wishes = new ArrayList<>();
    for (int seat = first; seat < first + count; seat++) {
      wishes.add(new TicketWish(new TicketId(id()), plan.seat(seat).id(), null, House.FULL, null));
    }
    if (!sell(performance, hold, wishes, House.WEB)) {
      throw new IllegalStateException("Expected to sell seats from " + first + ", but could not");
    }
  }

  /** Holds seats for a buyer on the web. */
  public HoldId hold(PerformanceId performance, int first, int count) {
    HoldId hold = new HoldId(id());
    List<SeatId> seats = new ArrayList<>();
    for (int seat = first; seat < first + count; seat++) {
      seats.add(plan.seat(seat).id());
    }
    if (!decide(
        new PlaceHold(performance, hold, PlacesWish.ofSeats(seats), HoldClaim.of(House.WEB)))) {
      throw new IllegalStateException("Expected seats from " + first + " free, but they are not");
    }
    return hold;
  }

  /** Orders all that is held, one wish each, pays at the counter, and so issues the tickets. */
  public boolean sell(
      PerformanceId performance, HoldId hold, List<TicketWish> tickets, Caller caller) {
    OrderId order = new OrderId(id());
    if (!decide(new PlaceOrder(order, performance, List.of(hold), tickets, caller))) {
      return false;
    }
    return orders.get(order).total().isZero()
        || decide(
            new TakePayment(
                order,
                performance,
                new PaymentId(id()),
                PaymentMethod.CASH,
                null,
                orders.get(order).total()));
  }

  private void decide(OrganisationId organisation, PerformanceId id, PerformanceCommand command) {
    if (!record(
        organisation, new PerformanceDecider().decide(command, seats(id).performance(), now))) {
      throw new IllegalStateException("Expected " + command + " to be accepted, but it was not");
    }
  }

  private boolean record(OrganisationId organisation, Decision<? extends Event> decision) {
    return switch (decision) {
      case Decision.Rejected<? extends Event> refused -> false;
      case Decision.Accepted<? extends Event> accepted -> {
        write(organisation, accepted.events().toArray(Event[]::new));
        yield true;
      }
    };
  }

  private void write(OrganisationId organisation, Event... events) {
    List<Event> all = new ArrayList<>(List.of(events));
    all.forEach(this::evolve);
    if (!all.isEmpty()) {
      log.append(organisation, now, all);
    }
  }

  private void evolve(Event event) {
    switch (event) {
      case SeatHoldEvent hold -> new SeatHoldDecider().evolve(seats(hold.performanceId()), hold);
      case TicketEvent ticket -> new TicketEvents().evolve(seats(ticket.performanceId()), ticket);
      case WaitingListEvent list ->
          new WaitingListDecider().evolve(seats(list.performanceId()).demand(), list);
      case WaitingRoomEvent room ->
          new WaitingRoomDecider()
              .evolve(seats(room.performanceId()).performance().waitingRoom(), room);
      case HeldBackEvent heldBack ->
          new HeldBackDecider().evolve(seats(heldBack.performanceId()).house(), heldBack);
      case AdmissionEvent scan -> new AdmissionDecider().evolve(doors.get(scan.door()), scan);
      case OrderEvent order -> new OrderDecider().evolve(orders.get(order.orderId()), order);
      case PerformanceEvent performance ->
          new PerformanceDecider()
              .evolve(seats(performance.performanceId()).performance(), performance);
      default -> {}
    }
  }
}
