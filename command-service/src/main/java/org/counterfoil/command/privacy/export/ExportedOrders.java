package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.counterfoil.domain.privacy.subject.OrderRole;
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

  /** An order as it stands, and when it was placed. */
  private record Standing(Order order, Instant placedAt) {

    OrderId id() {
      return order.placed().orderId();
    }
  }

  /** What it ordered, whole; and of what others ordered, the tickets that are for it. */
  List<ExportedOrder> of(Person person) {
    List<PersonalDataCaptured> told =
        person
            .told()
            .filter(PersonalDataCaptured.class::isInstance)
            .map(PersonalDataCaptured.class::cast)
            .filter(one -> one.orderId() != null)
            .toList();
    Map<OrderId, Standing> ordered = ordered(told);
    List<ExportedOrder> orders = new ArrayList<>();
    ordered.values().forEach(one -> orders.add(whole(one)));
    Map<OrderId, ExportedOrder> held = new LinkedHashMap<>();
    for (PersonalDataCaptured one : told) {
      if (OrderRole.of(one) != OrderRole.BUYER) {
        held(one, ordered.keySet())
            .forEach(order -> held.merge(order.orderId(), order, ExportedOrder::and));
      }
    }
    orders.addAll(held.values());
    return orders;
  }

  /** Each part of an order over several performances, and each that tickets were exchanged into. */
  private Map<OrderId, Standing> ordered(List<PersonalDataCaptured> told) {
    Deque<OrderId> next = new ArrayDeque<>();
    told.stream()
        .filter(one -> OrderRole.of(one) == OrderRole.BUYER)
        .map(PersonalDataCaptured::orderId)
        .forEach(next::add);
    Map<OrderId, Standing> ordered = new LinkedHashMap<>();
    while (!next.isEmpty()) {
      OrderId id = next.remove();
      if (!ordered.containsKey(id)) {
        Standing standing = standing(id);
        ordered.put(id, standing);
        standing.order().parts().stream().map(OrderPart::orderId).forEach(next::add);
        standing.order().exchangedInto().stream().map(OtherOrder::orderId).forEach(next::add);
      }
    }
    return ordered;
  }

  /** Of an order of somebody else: the ticket that it was named for, or those it comes in with. */
  private List<ExportedOrder> held(PersonalDataCaptured told, Set<OrderId> ordered) {
    Standing first = standing(Objects.requireNonNull(told.orderId()));
    TicketId ticket = told.ticketId();
    List<Standing> parts = new ArrayList<>(List.of(first));
    if (ticket != null) {
      first.order().parts().stream()
          .map(OrderPart::orderId)
          .filter(part -> !part.equals(first.id()))
          .map(this::standing)
          .forEach(parts::add);
    }
    return parts.stream()
        .filter(part -> !ordered.contains(part.id()))
        .map(
            part ->
                exported(
                    part,
                    OrderRole.of(told),
                    tickets(part.order()).stream()
                        .filter(
                            one ->
                                ticket == null
                                    ? one.ticketNumber() != null && !one.isVoid()
                                    : one.ticketId().equals(ticket))
                        .toList()))
        .filter(order -> !order.tickets().isEmpty())
        .toList();
  }

  private Standing standing(OrderId id) {
    List<RecordedEvent> recorded = log.readStream(id.value());
    Order order = new Order();
    recorded.forEach(each -> DECIDER.evolve(order, (OrderEvent) each.envelope().payload()));
    return new Standing(order, recorded.getFirst().envelope().recordedAt());
  }

  private ExportedOrder whole(Standing standing) {
    return exported(standing, OrderRole.BUYER, tickets(standing.order()));
  }

  private ExportedOrder exported(Standing standing, OrderRole role, List<ExportedTicket> tickets) {
    Order order = standing.order();
    OrderPlaced placed = order.placed();
    boolean isBuyer = role == OrderRole.BUYER;
    boolean hasTickets = !placed.performanceId().isNone();
    OtherOrder from = order.exchangedFrom();
    return new ExportedOrder(
        placed.orderId(),
        role,
        standing.placedAt(),
        order.status(),
        placed.channel(),
        hasTickets ? placed.performanceId() : null,
        hasTickets ? directory.performance(placed.performanceId()).title() : null,
        hasTickets ? timetable.of(placed.performanceId()).startsAt() : null,
        tickets,
        isBuyer ? payments(order) : List.of(),
        isBuyer ? order.total().minor() : null,
        isBuyer ? order.givenBack().minor() : null,
        placed.currency().getCurrencyCode(),
        isBuyer && from != null ? from.orderId() : null);
  }

  private static List<ExportedPayment> payments(Order order) {
    return order.payments().stream()
        .map(
            payment ->
                new ExportedPayment(
                    payment.id(),
                    payment.method(),
                    payment.provider(),
                    payment.status(),
                    payment.amount().minor()))
        .toList();
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
