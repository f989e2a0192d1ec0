package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ConfirmJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.JointOrderCommand.FailJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.JointOrderCommand.RestoreJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.SellJointOnAccount;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketReason;

/** Orders over three performances by chance: the seed replays them. */
final class JointHistory {

  private static final List<PerformanceId> ALL = List.of(Tour.PARIS, Tour.ISLAND, Tour.ELSEWHERE);

  private final Random random;
  private final Tour tour;
  private final List<List<OrderPart>> orders = new ArrayList<>();
  private final Map<PerformanceId, List<HoldId>> holds = new HashMap<>();
  private final List<PaymentId> payments = new ArrayList<>();
  private final List<PaymentId> taken = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private Instant now = NOW;
  private int lastId = 100;

  record Outcome(List<String> faults, Map<String, Integer> outcomes) {}

  private JointHistory(long seed, Tour tour) {
    this.random = new Random(seed);
    this.tour = tour;
  }

  static Outcome run(long seed, int count, Supplier<? extends Tour> tours) {
    JointHistory history = new JointHistory(seed, tours.get());
    history.tour.begin();
    history.tour.schedule(
        Tour.ELSEWHERE, Theatre.ORGANISATION, Theatre.EUR, "20", "Asia/Tokyo", false);
    for (int i = 0; i < count && history.faults.isEmpty(); i++) {
      history.step();
    }
    history.finish();
    return new Outcome(history.faults, history.outcomes);
  }

  private void step() {
    now = now.plusSeconds(random.nextInt(15) == 0 ? random.nextInt(500) : random.nextInt(10));
    int dice = random.nextInt(100);
    if (dice < 30) {
      placeHold();
    } else if (dice < 45) {
      placeOrder();
    } else if (dice < 50) {
      PerformanceId performance = anyOf(ALL);
      List<HoldId> known = holds.getOrDefault(performance, List.of());
      if (!known.isEmpty()) {
        handle(new ReleaseHold(performance, anyOf(known)));
      }
    } else if (dice < 58) {
      handle(new ExpireHolds(anyOf(ALL)));
    } else if (dice < 64) {
      exchange();
    } else if (!orders.isEmpty()) {
      pay(anyOf(orders), dice);
    }
    compare();
  }

  private void placeHold() {
    PerformanceId performance = anyOf(ALL);
    Set<String> seats = new HashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      seats.add("ORCH-" + (random.nextBoolean() ? "A-" : "B-") + (1 + random.nextInt(6)));
    }
    boolean areFree =
        seats.stream()
            .map(seat -> Given.heldSeat(seat).index())
            .allMatch(index -> tour.seats(performance).inventory().isFree(index));
    if (areFree) {
      HoldId hold = Given.hold(next());
      Instant end = now.plusSeconds(30 + random.nextInt(200));
      record(Tour.placed(performance, hold, end, seats.toArray(String[]::new)));
      holds.computeIfAbsent(performance, id -> new ArrayList<>()).add(hold);
    }
  }

  private void placeOrder() {
    List<PartWish> wishes = new ArrayList<>();
    List<TicketWish> tickets = new ArrayList<>();
    for (PerformanceId performance : ALL) {
      List<HoldId> known = holds.getOrDefault(performance, List.of());
      if (!known.isEmpty() && random.nextInt(4) > 0) {
        HoldId hold = anyOf(known);
        wishes.add(Tour.wish(next(), performance, hold));
        var held = tour.seats(performance).inventory().hold(hold);
        if (held != null) {
          held.seats()
              .forEach(
                  seat ->
                      tickets.add(
                          new TicketWish(
                              Given.ticket(next()),
                              hold,
                              seat.seatId(),
                              null,
                              Theatre.FULL,
                              null)));
        }
      }
    }
    if (wishes.size() > 1) {
      PlaceJointOrder place = new PlaceJointOrder(wishes, tickets);
      if (handle(place) instanceof Decision.Accepted<? extends Event>) {
        orders.add(place.parts());
      }
    }
  }

  /** A ticket of any part for what a hold of another performance keeps. */
  private void exchange() {
    List<Order> sold =
        tour.orders().values().stream().filter(order -> !order.tickets().isEmpty()).toList();
    PerformanceId performance = anyOf(ALL);
    List<HoldId> known = holds.getOrDefault(performance, List.of());
    if (sold.isEmpty() || known.isEmpty()) {
      return;
    }
    Order order = anyOf(sold);
    HoldId hold = anyOf(known);
    var held = tour.seats(performance).inventory().hold(hold);
    if (held == null || order.placed().performanceId().equals(performance)) {
      return;
    }
    List<TicketWish> wishes =
        held.seats().stream()
            .map(
                seat ->
                    new TicketWish(
                        Given.ticket(next()), hold, seat.seatId(), null, Theatre.FULL, null))
            .toList();
    handle(
        new ExchangeElsewhere(
            new OrderPart(
                order.placed().orderId(), order.placed().performanceId(), order.placed().holds()),
            new OrderPart(Given.order(next()), performance, List.of(hold)),
            List.of(anyOf(order.tickets()).issued().ticket().ticketId()),
            wishes,
            Theatre.STAFF,
            random.nextInt(4) > 0 ? PaymentMethod.CARD : null,
            null,
            random.nextInt(4) > 0 ? RefundTo.CASH : null,
            30,
            payment(next()),
            Stream.generate(() -> refund(next())).limit(order.payments().size()).toList()));
  }

  private void pay(List<OrderPart> parts, int dice) {
    long all =
        parts.stream().mapToLong(part -> tour.order(part.orderId()).outstanding().minor()).sum();
    long amount = random.nextInt(3) > 0 || all < 2 ? all : 1 + random.nextInt((int) all);
    if (dice < 72) {
      PaymentId payment = payment(next());
      PaymentMethod method = random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.CHEQUE;
      taken.add(payment);
      handle(new TakeJointPayment(parts, payment, method, null, euros(Math.max(1, amount))));
    } else if (dice < 80) {
      PaymentId payment = payment(next());
      payments.add(payment);
      handle(
          new StartJointPayment(
              parts, payment, PaymentMethod.CARD, OrderFacts.PROVIDER, euros(Math.max(1, amount))));
    } else if (dice < 92 && !payments.isEmpty()) {
      List<HoldId> spare = parts.stream().map(part -> Given.hold(next())).toList();
      handle(
          new ConfirmJointPayment(
              parts, anyOf(payments), euros(Math.max(1, amount)), spare, refund(next())));
    } else if (dice < 94 && !payments.isEmpty()) {
      handle(new FailJointPayment(parts, anyOf(payments)));
    } else if (dice < 95) {
      handle(new SellJointOnAccount(parts));
    } else if (dice < 98) {
      unpaid(parts);
    } else {
      OrderPart part = anyOf(parts);
      Order order = tour.order(part.orderId());
      if (!order.tickets().isEmpty()) {
        handle(
            new VoidTickets(
                part.orderId(),
                part.performanceId(),
                List.of(order.tickets().getFirst().issued().ticket().ticketId()),
                TicketReason.CHARGEBACK));
      }
    }
  }

  /** A payment of this order if there is one, which comes back unpaid, or again after all. */
  private void unpaid(List<OrderPart> parts) {
    List<PaymentId> own =
        taken.stream()
            .filter(
                id ->
                    parts.stream().anyMatch(part -> tour.order(part.orderId()).payment(id) != null))
            .toList();
    if (own.isEmpty()) {
      return;
    }
    PaymentId payment = anyOf(own);
    long fee = random.nextInt(3) * 600L;
    if (random.nextInt(3) == 0) {
      List<RefundId> spare = parts.stream().map(part -> refund(next())).toList();
      handle(new RestoreJointPayment(parts, payment, true, fee, false, spare));
    } else {
      Long amount = random.nextBoolean() ? null : Long.valueOf(1 + random.nextInt(5_000));
      boolean voids = random.nextInt(3) == 0;
      handle(
          new TakeBackJointPayment(
              parts, payment, TakenBackReason.UNPAID, amount, true, fee, voids, false));
    }
  }

  /** Nothing more comes in; every hold ends by itself. */
  private void finish() {
    now = now.plusSeconds(4_000);
    ALL.forEach(performance -> handle(new ExpireHolds(performance)));
    compare();
    for (List<OrderPart> parts : orders) {
      for (OrderPart part : parts) {
        Order order = tour.order(part.orderId());
        require(order.status() != Order.Status.PLACED, part + " is open for ever");
        require(
            order.status() == Order.Status.COMPLETED || order.received().isZero(),
            "money of " + part + " bought nothing and is not owed back (I8)");
      }
    }
    Tour replayed = new Tour();
    tour.log().forEach(replayed::apply);
    require(replayed.picture().equals(tour.picture()), "replayed is not live (I4)");
  }

  /** What was paid for the tickets of an order is what is left of them, wherever it was paid. */
  private void compareMoney() {
    for (Order order : tour.orders().values()) {
      if (order.status() == Order.Status.COMPLETED && !order.isOwing()) {
        long left = order.tickets().stream().mapToLong(OrderTicket::remainingMinor).sum();
        require(
            order.received().minor() == left,
            "Expected %d to be kept for the tickets of %s, but %d is"
                .formatted(left, order.placed().orderId(), order.received().minor()));
      }
    }
  }

  /** What happened to one part happened to all, as the events alone tell it. */
  private void compare() {
    compareMoney();
    Set<OrderId> completed = new HashSet<>();
    Map<PerformanceId, Integer> numbers = new HashMap<>();
    for (Event event : tour.log()) {
      switch (event) {
        case OrderCompleted done -> completed.add(done.orderId());
        case HoldSold sold ->
            sold.tickets()
                .forEach(
                    ticket ->
                        require(
                            ticket.ticketNumber()
                                == numbers.merge(sold.performanceId(), 1, Integer::sum),
                            "a ticket of " + sold.performanceId() + " is out of order"));
        default -> {}
      }
    }
    for (Event event : tour.log()) {
      if (event instanceof OrderJoined joined) {
        long sold =
            joined.parts().stream().filter(part -> completed.contains(part.orderId())).count();
        require(
            sold == 0 || sold == joined.parts().size(),
            "Expected all parts of " + joined.parts() + " sold or none, but " + sold + " are");
      }
    }
  }

  private Decision<? extends Event> handle(Command command) {
    String before = tour.picture();
    Decision<? extends Event> decision = tour.decide(command, now);
    require(tour.picture().equals(before), "deciding changed the state: " + command);
    switch (decision) {
      case Decision.Rejected<? extends Event> refused ->
          outcomes.merge(refused.code().name(), 1, Integer::sum);
      case Decision.Accepted<? extends Event> accepted -> {
        if (tour.handle(command, now) instanceof Decision.Accepted<? extends Event> all) {
          all.events().forEach(e -> outcomes.merge(e.getClass().getSimpleName(), 1, Integer::sum));
        }
      }
    }
    return decision;
  }

  private void record(Event event) {
    tour.apply(event);
  }

  private <T> T anyOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private int next() {
    lastId++;
    return lastId + 10_000;
  }

  private void require(boolean isTrue, String fault) {
    if (!isTrue) {
      faults.add(fault);
    }
  }
}
