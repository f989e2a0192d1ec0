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
  private final Lapses lapses;

  OrderDesk(
      Aggregates<OrderAggregate> orders,
      Aggregates<PerformanceAggregate> performances,
      Lapses lapses) {
    this.orders = orders;
    this.performances = performances;
    this.lapses = lapses;
  }

  @Override
  public Decision<Event> handle(OrderCommand command, Taken taken) {
    Loaded<PerformanceAggregate> seats = performances.find(command.performanceId().value());
    Loaded<OrderAggregate> order = orders.find(command.orderId().value());
    Taken at = taken.notBefore(seats.shell(), order.shell());
    Sale sale = new Sale(order.shell().state(), seats.shell().state());
    return switch (DECIDER.decide(command, sale, at.now())) {
      case Decision.Rejected<Event> refused -> refused;
      case Decision.Accepted<Event> accepted -> {
        for (Event event : accepted.events()) {
          if (event instanceof OrderEvent) {
            order.record(List.of(event), at.metaData());
          } else {
            seats.record(List.of(event), at.metaData());
          }
        }
        List<Event> all = lapses.follow(accepted.events(), command.performanceId(), at);
        yield Decision.accept(WaitingListOffers.follow(all, command.performanceId(), seats, at));
      }
    };
  }
}
