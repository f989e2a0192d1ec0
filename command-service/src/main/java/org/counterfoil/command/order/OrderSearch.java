package org.counterfoil.command.order;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.order.OrderSearchWish.PersonalWish;
import org.counterfoil.command.privacy.search.OrderPeople;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.eventstore.ticket.TicketStanding;

/** Finds an organisation's orders, and nobody else's; what is not there is not found. */
final class OrderSearch {

  /** How many orders are found at most; whoever finds that many asks for something else. */
  static final int MOST_FOUND = 500;

  private final Directory directory;
  private final EventLog log;
  private final TicketIndex tickets;
  private final OrderPeople people;

  OrderSearch(Directory directory, EventLog log, TicketIndex tickets, OrderPeople people) {
    this.directory = directory;
    this.log = log;
    this.tickets = tickets;
    this.people = people;
  }

  /** Orders that fit, each joint one once, the newest first. */
  List<OrderFacts> find(OrderSearchWish wish) {
    return found(wish)
        .distinct()
        .map(directory::order)
        .filter(order -> order.organisationId().equals(wish.organisationId()))
        .map(order -> directory.order(order.jointId()))
        .distinct()
        .sorted(Comparator.comparing((OrderFacts order) -> order.orderId().value()).reversed())
        .limit(MOST_FOUND)
        .toList();
  }

  private Stream<OrderId> found(OrderSearchWish wish) {
    UUID organisation = wish.organisationId().value();
    PersonalWish personal = wish.personal();
    if (personal != null) {
      return people.ordersOf(wish.organisationId(), personal.field(), personal.value()).stream();
    }
    PerformanceId performance = wish.performanceId();
    if (wish.orderId() != null) {
      return placed(wish.orderId());
    }
    if (wish.ticketId() != null) {
      return tickets.find(wish.ticketId()).map(TicketStanding::orderId).stream();
    }
    if (performance != null && wish.ticketNumber() != null) {
      return tickets.find(performance, wish.ticketNumber()).map(TicketStanding::orderId).stream();
    }
    if (performance != null && wish.seatId() != null) {
      return tickets.of(performance, wish.seatId()).stream().map(TicketStanding::orderId);
    }
    if (wish.paymentReference() != null) {
      return ordersOf(log.readPaidBy(organisation, wish.paymentReference().value(), MOST_FOUND));
    }
    return wish.paymentId() == null
        ? Stream.of()
        : ordersOf(log.readPayment(organisation, wish.paymentId().value(), MOST_FOUND));
  }

  private Stream<OrderId> placed(OrderId id) {
    return log
        .first(id.value())
        .filter(recorded -> recorded.envelope().payload() instanceof OrderPlaced)
        .map(recorded -> id)
        .stream();
  }

  private static Stream<OrderId> ordersOf(List<RecordedEvent> events) {
    return events.stream().map(recorded -> ((OrderEvent) recorded.envelope().payload()).orderId());
  }
}
