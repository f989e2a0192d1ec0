package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.OrderAggregate;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.JointOrderCommand;
import org.counterfoil.domain.order.JointOrderDecider;
import org.counterfoil.domain.order.JointSale;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.Sale;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.TicketEvent;

/**
 * Commands about orders over several performances: all parts and the seats they take change
 * together or not at all, in one unit of work.
 */
final class JointOrderDesk implements Desk<JointOrderCommand> {

  private static final JointOrderDecider DECIDER = new JointOrderDecider();

  private final Aggregates<OrderAggregate> orders;
  private final Aggregates<PerformanceAggregate> performances;
  private final Bearers bearers;
  private final Lapses lapses;

  JointOrderDesk(
      Aggregates<OrderAggregate> orders,
      Aggregates<PerformanceAggregate> performances,
      Bearers bearers,
      Lapses lapses) {
    this.orders = orders;
    this.performances = performances;
    this.bearers = bearers;
    this.lapses = lapses;
  }

  private record Part(
      OrderPart named, Loaded<OrderAggregate> order, Loaded<PerformanceAggregate> seats) {

    Sale sale() {
      return new Sale(order.shell().state(), seats.shell().state());
    }

    boolean isOf(OrderId id) {
      return named.orderId().equals(id);
    }

    boolean isOf(PerformanceId id) {
      return named.performanceId().equals(id);
    }
  }

  @Override
  public Decision<Event> handle(JointOrderCommand command, Taken taken) {
    List<Part> parts = command.parts().stream().map(this::load).toList();
    Taken at = taken;
    for (Part part : parts) {
      at = at.notBefore(part.seats().shell(), part.order().shell());
    }
    JointSale sale = new JointSale(parts.stream().map(Part::sale).toList());
    return switch (DECIDER.decide(command, sale, at.now())) {
      case Decision.Rejected<Event> refused -> refused;
      case Decision.Accepted<Event> accepted -> record(accepted.events(), parts, at);
    };
  }

  private Part load(OrderPart part) {
    return new Part(
        part, orders.find(part.orderId().value()), performances.find(part.performanceId().value()));
  }

  private Decision<Event> record(List<Event> events, List<Part> parts, Taken at) {
    for (Event event : events) {
      if (!bearers.record(event, at.metaData())) {
        record(event, parts, at);
      }
    }
    List<Event> all = new ArrayList<>(events);
    for (Part part : parts) {
      PerformanceId performance = part.named().performanceId();
      List<Event> own = events.stream().filter(event -> isOf(event, part)).toList();
      List<Event> lapsed = lapses.follow(own, performance, at);
      List<Event> offered = WaitingListOffers.follow(lapsed, performance, part.seats(), at);
      all.addAll(offered.subList(own.size(), offered.size()));
    }
    return Decision.accept(all);
  }

  private static void record(Event event, List<Part> parts, Taken at) {
    for (Part part : parts) {
      if (isOf(event, part)) {
        if (event instanceof OrderEvent) {
          part.order().record(List.of(event), at.metaData());
        } else {
          part.seats().record(List.of(event), at.metaData());
        }
      }
    }
  }

  /** Each part has another order and another performance: an event is one's alone. */
  private static boolean isOf(Event event, Part part) {
    return switch (event) {
      case Event other when Bearers.begins(other) -> false;
      case OrderEvent step -> part.isOf(step.orderId());
      case SeatHoldEvent step -> part.isOf(step.performanceId());
      case TicketEvent step -> part.isOf(step.performanceId());
      default -> throw new IllegalStateException("Expected an event of a sale, but it is " + event);
    };
  }
}
