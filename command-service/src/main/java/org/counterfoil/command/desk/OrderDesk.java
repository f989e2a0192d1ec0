package org.counterfoil.command.desk;

import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.OrderAggregate;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.Sale;

/** Commands about orders: the order and the seats it takes change together or not at all. */
final class OrderDesk implements Desk<OrderCommand> {

  private static final OrderDecider DECIDER = new OrderDecider();

  private final Aggregates<OrderAggregate> orders;
  private final Aggregates<PerformanceAggregate> performances;
  private final Bearers bearers;
  private final Lapses lapses;

  OrderDesk(
      Aggregates<OrderAggregate> orders,
      Aggregates<PerformanceAggregate> performances,
      Bearers bearers,
      Lapses lapses) {
    this.orders = orders;
    this.performances = performances;
    this.bearers = bearers;
    this.lapses = lapses;
  }

  @Override
  public Decision<Event> handle(OrderCommand command, Taken taken) {
    return command.performanceId().isNone() ? alone(command, taken) : withSeats(command, taken);
  }

  private Decision<Event> withSeats(OrderCommand command, Taken taken) {
    Loaded<PerformanceAggregate> seats = performances.find(command.performanceId().value());
    Loaded<OrderAggregate> order = orders.find(command.orderId().value());
    Taken at = taken.notBefore(seats.shell(), order.shell());
    Sale sale = new Sale(order.shell().state(), seats.shell().state());
    return switch (DECIDER.decide(command, sale, at.now())) {
      case Decision.Rejected<Event> refused -> refused;
      case Decision.Accepted<Event> accepted -> {
        for (Event event : accepted.events()) {
          if (!record(event, order, at)) {
            seats.record(List.of(event), at.metaData());
          }
        }
        List<Event> all = lapses.follow(accepted.events(), command.performanceId(), at);
        yield Decision.accept(WaitingListOffers.follow(all, command.performanceId(), seats, at));
      }
    };
  }

  /** An order that takes no seats is decided in a lane of its own. */
  private Decision<Event> alone(OrderCommand command, Taken taken) {
    Loaded<OrderAggregate> order = orders.find(command.orderId().value());
    Taken at = taken.notBefore(order.shell());
    Sale sale = new Sale(order.shell().state(), Lapses.NOT_NEEDED);
    Decision<Event> decision = DECIDER.decide(command, sale, at.now());
    if (decision instanceof Decision.Accepted<Event> accepted) {
      for (Event event : accepted.events()) {
        if (!record(event, order, at)) {
          throw new IllegalStateException(
              "Expected an order without tickets to change no seats, but got " + event.getClass());
        }
      }
    }
    return decision;
  }

  /** Records what is not about seats; tells whether it was that. */
  private boolean record(Event event, Loaded<OrderAggregate> order, Taken at) {
    if (event instanceof OrderEvent) {
      order.record(List.of(event), at.metaData());
      return true;
    }
    return bearers.record(event, at.metaData());
  }
}
