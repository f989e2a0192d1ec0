package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.OrderAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.Sale;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.eventstore.id.TimeOrderedIds;

/** Lets the orders lapse whose holds ended unsold; what was paid for them is then owed back. */
final class Lapses {

  private static final OrderDecider DECIDER = new OrderDecider();

  /** Of no performance. */
  static final PerformanceSeats NOT_NEEDED =
      new PerformanceSeats(
          new Performance(
              hash -> {
                throw new IllegalStateException("Expected no question about seats, but got one");
              }),
          new SeatInventory());

  private final Aggregates<OrderAggregate> orders;
  private final TimeOrderedIds ids;

  Lapses(Aggregates<OrderAggregate> orders, TimeOrderedIds ids) {
    this.orders = orders;
    this.ids = ids;
  }

  /**
   * Answers all events: those given, and those of orders that lapse because of them. An order that
   * the same events complete does not lapse.
   */
  List<Event> follow(List<? extends Event> events, PerformanceId performance, Taken taken) {
    Set<OrderId> ended = new LinkedHashSet<>();
    for (Event event : events) {
      if (event instanceof HoldExpired expired && expired.orderId() != null) {
        ended.add(expired.orderId());
      } else if (event instanceof HoldReleased released && released.orderId() != null) {
        ended.add(released.orderId());
      }
    }
    for (Event event : events) {
      if (event instanceof OrderEvent.OrderCompleted completed) {
        ended.remove(completed.orderId());
      }
    }
    List<Event> all = new ArrayList<>(events);
    ended.forEach(order -> all.addAll(lapse(order, performance, taken)));
    return all;
  }

  private List<Event> lapse(OrderId order, PerformanceId performance, Taken taken) {
    Loaded<OrderAggregate> stream = orders.find(order.value());
    Order state = stream.shell().state();
    List<RefundId> spare =
        Stream.generate(() -> new RefundId(ids.next())).limit(state.payments().size()).toList();
    Taken at = taken.notBefore(stream.shell());
    Decision<Event> decision =
        DECIDER.decide(
            new LapseOrder(order, performance, spare), new Sale(state, NOT_NEEDED), at.now());
    return switch (decision) {
      case Decision.Accepted<Event> accepted -> {
        stream.record(accepted.events(), at.metaData());
        yield accepted.events();
      }
      case Decision.Rejected<Event> refused ->
          throw new IllegalStateException(
              "Expected order " + order + " to exist, but: " + refused.code());
    };
  }
}
