package org.counterfoil.query.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExtendHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/**
 * Buyers and staff who do what comes to their mind, by a seed: hold, extend, give back, order, pay
 * in time, too late, twice or never.
 */
public final class SalesByChance {

  private final BoxOffice office;
  private final Random random;
  private final List<PerformanceId> performances;
  private final KeepingByChance keeping;
  private final QueueingByChance queueing;
  private final AdmittingByChance admitting;
  private final List<HoldId> holds = new ArrayList<>();
  private final List<PlaceOrder> orders = new ArrayList<>();

  public SalesByChance(BoxOffice office, List<PerformanceId> performances, long seed) {
    this.office = office;
    this.performances = List.copyOf(performances);
    this.random = new Random(seed);
    this.keeping = new KeepingByChance(office, random);
    this.queueing = new QueueingByChance(office, random);
    this.admitting = new AdmittingByChance(office, random);
  }

  /** Does this many things, some of which are refused. */
  public void act(int times) {
    for (int i = 0; i < times; i++) {
      office.advance(Duration.ofMillis(random.nextInt(40_000)));
      PerformanceId performance = performances.get(random.nextInt(performances.size()));
      if (random.nextInt(8) == 0) {
        keeping.act(performance);
      }
      if (random.nextInt(8) == 0) {
        queueing.act(performance);
      }
      if (random.nextInt(8) == 0) {
        admitting.act(performance);
      }
      if (random.nextInt(6) == 0) {
        bringBack(performance);
      }
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> hold(performance);
        case 4, 5, 6 -> sell(performance);
        case 7 -> order(performance);
        case 8 -> payLate();
        default -> end(performance);
      }
    }
  }

  private void hold(PerformanceId performance) {
    List<SeatId> seats = new ArrayList<>();
    int first = random.nextInt(office.plan().seatCount());
    int count = random.nextInt(4);
    for (int seat = first; seat < Math.min(first + count, office.plan().seatCount()); seat++) {
      seats.add(office.plan().seat(seat).id());
    }
    List<AreaWish> areas =
        random.nextInt(3) == 0
            ? List.of(new AreaWish(new AreaName(House.PIT), 1 + random.nextInt(4)))
            : List.of();
    HoldId id = new HoldId(office.id());
    if (office.decide(
        new PlaceHold(performance, id, new PlacesWish(seats, areas), keeping.claim(caller())))) {
      holds.add(id);
    }
  }

  private void sell(PerformanceId performance) {
    SeatHold hold = anyHold(performance);
    if (hold != null) {
      Caller caller = caller();
      office.sell(performance, hold.id(), wishes(hold, caller), caller);
    }
  }

  /** Ordered, and a payment begun that may come too late. */
  private void order(PerformanceId performance) {
    SeatHold hold = anyHold(performance);
    if (hold != null) {
      Caller caller = caller();
      PlaceOrder order =
          new PlaceOrder(
              new OrderId(office.id()),
              performance,
              List.of(hold.id()),
              wishes(hold, caller),
              caller);
      if (office.decide(order)) {
        orders.add(order);
        if (random.nextInt(4) == 0) {
          office.decide(new SellOnAccount(order.orderId(), performance));
        }
      }
    }
  }

  private void payLate() {
    if (orders.isEmpty()) {
      return;
    }
    PlaceOrder order = orders.get(random.nextInt(orders.size()));
    Money total = office.order(order.orderId()).total();
    PaymentId payment = new PaymentId(office.id());
    office.decide(
        new StartPayment(
            order.orderId(),
            order.performanceId(),
            payment,
            PaymentMethod.CARD,
            new ProviderName("simulated"),
            total));
    office.advance(Duration.ofSeconds(random.nextInt(900)));
    if (random.nextBoolean()) {
      expire(order.performanceId());
    }
    office.decide(
        new ConfirmPayment(
            order.orderId(),
            order.performanceId(),
            payment,
            total,
            new HoldId(office.id()),
            new RefundId(office.id())));
  }

  /** Tickets of an order come back: for money, a part of it, or none. */
  private void bringBack(PerformanceId performance) {
    List<Order> sold = office.completedOrders(performance);
    if (sold.isEmpty()) {
      return;
    }
    Order order = sold.get(random.nextInt(sold.size()));
    List<TicketId> tickets =
        order.tickets().stream()
            .filter(ticket -> random.nextInt(3) > 0)
            .map(ticket -> ticket.issued().ticket().ticketId())
            .toList();
    OrderId id = order.placed().orderId();
    TicketReason reason = TicketReason.CUSTOMER_REQUEST;
    PerformanceId other = performances.get(random.nextInt(performances.size()));
    SeatHold elsewhere =
        random.nextInt(4) == 0 && !other.equals(performance) ? anyHold(other) : null;
    if (elsewhere != null) {
      exchangeElsewhere(order, tickets, other, elsewhere);
      return;
    }
    SeatHold hold = random.nextInt(3) == 0 ? anyHold(performance) : null;
    if (hold != null) {
      Caller caller = caller();
      office.decide(
          new ExchangeTickets(
              id,
              performance,
              tickets,
              hold.id(),
              wishes(hold, caller),
              caller,
              PaymentMethod.CASH,
              null,
              null,
              RefundTo.CASH,
              new PaymentId(office.id()),
              List.of(new RefundId(office.id()), new RefundId(office.id()))));
    } else if (random.nextInt(4) == 0) {
      office.decide(new VoidTickets(id, performance, tickets, reason));
    } else {
      Long amount = random.nextBoolean() ? null : 1 + random.nextLong(6_000);
      List<RefundId> spare =
          Stream.generate(() -> new RefundId(office.id())).limit(order.payments().size()).toList();
      office.decide(
          new RefundTickets(id, performance, tickets, amount, RefundTo.CASH, reason, true, spare));
    }
  }

  /** Refused where the other performance is another organisation's. */
  private void exchangeElsewhere(
      Order order, List<TicketId> tickets, PerformanceId other, SeatHold hold) {
    Caller caller = caller();
    office.decide(
        new ExchangeElsewhere(
            new OrderPart(
                order.placed().orderId(), order.placed().performanceId(), order.placed().holds()),
            new OrderPart(new OrderId(office.id()), other, List.of(hold.id())),
            tickets,
            wishes(hold, caller),
            caller,
            PaymentMethod.CASH,
            null,
            RefundTo.CASH,
            30,
            new PaymentId(office.id()),
            Stream.generate(() -> new RefundId(office.id())).limit(8).toList()));
  }

  private void end(PerformanceId performance) {
    SeatHold hold = anyHold(performance);
    switch (random.nextInt(3)) {
      case 0 -> expire(performance);
      case 1 -> {
        if (hold != null) {
          office.decide(new ReleaseHold(performance, hold.id()));
        }
      }
      default -> {
        if (hold != null) {
          office.decide(new ExtendHold(performance, hold.id()));
        }
      }
    }
  }

  private void expire(PerformanceId performance) {
    office.decide(new ExpireHolds(performance));
    for (PlaceOrder order : orders) {
      HoldStatus hold = office.seats(performance).inventory().statusOf(order.holds().getFirst());
      boolean isOver = hold == null || hold == HoldStatus.EXPIRED;
      if (order.performanceId().equals(performance) && isOver) {
        List<RefundId> spare = List.of(new RefundId(office.id()), new RefundId(office.id()));
        office.decide(new LapseOrder(order.orderId(), performance, spare));
      }
    }
  }

  private SeatHold anyHold(PerformanceId performance) {
    List<SeatHold> live = List.copyOf(office.seats(performance).inventory().placedHolds());
    return live.isEmpty() ? null : live.get(random.nextInt(live.size()));
  }

  private List<TicketWish> wishes(SeatHold hold, Caller caller) {
    List<TicketWish> wishes = new ArrayList<>();
    for (HeldSeat seat : hold.seats()) {
      wishes.add(wish(seat.seatId(), null, caller));
    }
    for (HeldArea area : hold.areas()) {
      for (int place = 0; place < area.quantity(); place++) {
        wishes.add(wish(null, area.area(), caller));
      }
    }
    return wishes;
  }

  private TicketWish wish(SeatId seat, AreaName area, Caller caller) {
    boolean isComp = caller.isStaff() && random.nextInt(6) == 0;
    PriceTypeCode type =
        isComp ? House.COMP : random.nextInt(3) == 0 ? House.CONCESSION : House.FULL;
    return new TicketWish(
        new TicketId(office.id()), seat, area, type, isComp ? CompReason.PRESS : null);
  }

  private Caller caller() {
    return random.nextInt(3) == 0 ? House.COUNTER : House.WEB;
  }
}
