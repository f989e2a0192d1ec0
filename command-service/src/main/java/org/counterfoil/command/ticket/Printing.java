package org.counterfoil.command.ticket;

import java.util.List;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what stands on a ticket: from what was frozen when it was sold, what never changes, and
 * when the performance takes place now.
 */
@Component
final class Printing {

  private final Directory directory;
  private final Timetable timetable;
  private final SeatingPlans plans;
  private final TicketCodes codes;
  private final EventLog log;

  Printing(
      Directory directory,
      Timetable timetable,
      SeatingPlans plans,
      TicketCodes codes,
      EventLog log) {
    this.directory = directory;
    this.timetable = timetable;
    this.plans = plans;
    this.codes = codes;
    this.log = log;
  }

  PrintedTicket of(TicketStanding standing) {
    PerformanceScheduled performance = directory.performance(standing.performanceId());
    OrganisationCreated operator = directory.organisation(performance.organisationId());
    VenueOpened venue = directory.venue(performance.venueId());
    HoldSold sold =
        (HoldSold) log.read(standing.soldPosition() - 1, 1).getFirst().envelope().payload();
    PricedTicket ticket = find(sold, standing);
    List<RecordedEvent> order = log.readStream(standing.orderId().value());
    OrderPlaced placed = (OrderPlaced) order.getFirst().envelope().payload();
    RecordedEvent operation = operation(order, standing);
    TicketCode code =
        new TicketCode(standing.performanceId(), standing.ticketNumber(), standing.issue());
    return new PrintedTicket(
        operator.legalName(),
        operator.licenceNumber(),
        standing.ticketNumber(),
        operation.position(),
        ticket.zone().value(),
        seat(performance, ticket.seatId()),
        ticket.area() == null ? null : ticket.area().value(),
        ticket.priceTypeName(),
        new Money(ticket.faceValueMinor(), sold.currency()),
        new Money(ticket.taxMinor(), sold.currency()),
        ticket.taxRate(),
        new Money(ticket.feeMinor(), sold.currency()),
        ticket.proof(),
        performance.title(),
        venue.name(),
        venue.address(),
        timetable.of(performance).startsAt().atZone(performance.timeZone()),
        operation.envelope().recordedAt().atZone(operator.timeZone()),
        placed.channel(),
        codes.text(code),
        codes.typed(code),
        standing.issue() > standing.transferredIssue(),
        performance.isTraining());
  }

  /** Recorded with the tickets, and first thereafter: what completed the order. */
  private static RecordedEvent operation(List<RecordedEvent> order, TicketStanding standing) {
    return order.stream()
        .filter(recorded -> recorded.position() > standing.soldPosition())
        .findFirst()
        .orElseThrow();
  }

  private static PricedTicket find(HoldSold sold, TicketStanding standing) {
    return sold.tickets().stream()
        .map(issued -> issued.ticket())
        .filter(ticket -> ticket.ticketId().equals(standing.ticketId()))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable PlanSeat seat(PerformanceScheduled performance, @Nullable SeatId id) {
    if (id == null) {
      return null;
    }
    SeatingPlan plan = plans.byHash(performance.planHash());
    return plan.seat(plan.indexOf(id));
  }
}
