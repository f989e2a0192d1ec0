package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.privacy.export.ExportedOrder.ExportedPayment;
import org.counterfoil.command.privacy.export.ExportedOrder.ExportedTicket;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.OtherOrder;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the log has of a person's orders. It is nobody's by itself; that it is this person's is
 * known while the vault, or what was captured, leads to it.
 */
final class ExportedOrders {

  private static final OrderDecider DECIDER = new OrderDecider();

  private final EventLog log;
  private final Directory directory;
  private final Timetable timetable;

  ExportedOrders(EventLog log, Directory directory, Timetable timetable) {
    this.log = log;
    this.directory = directory;
    this.timetable = timetable;
  }

  /** Each part of an order over several performances, and each that tickets were exchanged into. */
  List<ExportedOrder> of(Person person) {
    Deque<OrderId> next = new ArrayDeque<>();
    person
        .told()
        .filter(PersonalDataCaptured.class::isInstance)
        .map(event -> ((PersonalDataCaptured) event).orderId())
        .filter(Objects::nonNull)
        .forEach(next::add);
    Set<OrderId> seen = new LinkedHashSet<>();
    List<ExportedOrder> orders = new ArrayList<>();
    while (!next.isEmpty()) {
      OrderId id = next.remove();
      if (seen.add(id)) {
        List<RecordedEvent> recorded = log.readStream(id.value());
        Order order = stateOf(recorded);
        order.parts().stream().map(OrderPart::orderId).forEach(next::add);
        order.exchangedInto().stream().map(OtherOrder::orderId).forEach(next::add);
        orders.add(exported(order, recorded.getFirst().envelope().recordedAt()));
      }
    }
    return orders;
  }

  private static Order stateOf(List<RecordedEvent> recorded) {
    Order order = new Order();
    recorded.forEach(each -> DECIDER.evolve(order, (OrderEvent) each.envelope().payload()));
    return order;
  }

  private ExportedOrder exported(Order order, Instant placedAt) {
    OrderPlaced placed = order.placed();
    boolean hasTickets = !placed.performanceId().isNone();
    OtherOrder from = order.exchangedFrom();
    return new ExportedOrder(
        placed.orderId(),
        placedAt,
        order.status(),
        placed.channel(),
        hasTickets ? placed.performanceId() : null,
        hasTickets ? directory.performance(placed.performanceId()).title() : null,
        hasTickets ? timetable.of(placed.performanceId()).startsAt() : null,
        tickets(order),
        order.payments().stream()
            .map(
                payment ->
                    new ExportedPayment(
                        payment.id(),
                        payment.method(),
                        payment.provider(),
                        payment.status(),
                        payment.amount().minor()))
            .toList(),
        order.total().minor(),
        order.givenBack().minor(),
        placed.currency().getCurrencyCode(),
        from == null ? null : from.orderId());
  }

  private List<ExportedTicket> tickets(Order order) {
    if (order.tickets().isEmpty()) {
      return order.placed().tickets().stream().map(ticket -> ticket(ticket, order, null)).toList();
    }
    Map<TicketId, Instant> admitted = admitted(order);
    return order.tickets().stream()
        .map(OrderTicket::issued)
        .map(issued -> ticket(issued.ticket(), order, admitted.get(issued.ticket().ticketId())))
        .toList();
  }

  private static ExportedTicket ticket(
      PricedTicket ticket, Order order, @Nullable Instant admittedAt) {
    OrderTicket issued = order.ticket(ticket.ticketId());
    boolean isTransferred = order.isTransferred(ticket.ticketId());
    return new ExportedTicket(
        ticket.ticketId(),
        order.ticketNumber(ticket.ticketId()),
        ticket.seatId(),
        ticket.area(),
        ticket.priceTypeName(),
        ticket.faceValueMinor(),
        issued != null && issued.isVoid(),
        isTransferred,
        isTransferred ? null : admittedAt);
  }

  private Map<TicketId, Instant> admitted(Order order) {
    Map<TicketId, Instant> admitted = new HashMap<>();
    PerformanceId performance = order.placed().performanceId();
    Door door = new Door(order.placed().organisationId(), performance);
    for (RecordedEvent scan : log.readStream(door.streamId())) {
      if (scan.envelope().payload() instanceof TicketAdmitted one
          && order.ticket(one.ticket().ticketId()) != null) {
        admitted.put(one.ticket().ticketId(), one.scan().scannedAt());
      }
    }
    return admitted;
  }
}
