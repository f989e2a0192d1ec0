package org.counterfoil.query.accounts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.OrderPostings;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.counterfoil.domain.accounting.PerformancePostings;
import org.counterfoil.domain.accounting.Posted;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationEvent.PaymentMethodsSet;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.LedgerRows.TicketRefundRow;
import org.counterfoil.query.accounts.LedgerRows.TicketRow;
import org.counterfoil.query.accounts.LedgerRows.VoidedTicketRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Books a batch of events: reads at once what they go on with, books them in memory, and writes at
 * once what came of it.
 */
final class Bookkeeper {

  private final JdbcClient tables;
  private final BookRows rows;
  private final BooksBatch batch = new BooksBatch();
  private final Map<UUID, OrganisationBooks> organisations = new LinkedHashMap<>();
  private final Map<UUID, PerformanceRow> performances = new HashMap<>();
  private final Map<UUID, OrderRow> orders = new HashMap<>();
  private final Set<UUID> changedPerformances = new HashSet<>();
  private final Set<UUID> changedOrders = new HashSet<>();

  Bookkeeper(JdbcClient tables) {
    this.tables = tables;
    this.rows = new BookRows(tables);
  }

  void book(List<RecordedEvent> events) {
    load(events);
    events.forEach(this::book);
    write();
  }

  private void load(List<RecordedEvent> events) {
    Set<UUID> performanceIds = new HashSet<>();
    Set<UUID> orderIds = new HashSet<>();
    Set<UUID> organisationIds = new HashSet<>();
    for (RecordedEvent event : events) {
      switch (event.envelope().payload()) {
        case OrderEvent order -> {
          performanceIds.add(order.performanceId().value());
          orderIds.add(order.orderId().value());
        }
        case HoldSold sold -> performanceIds.add(sold.performanceId().value());
        case TicketEvent ticket -> performanceIds.add(ticket.performanceId().value());
        case PerformanceEvent performance ->
            performanceIds.add(performance.performanceId().value());
        case OrganisationEvent organisation ->
            organisationIds.add(organisation.organisationId().value());
        case AccountingEvent accounting -> organisationIds.add(accounting.organisationId().value());
        default -> throw unexpected(event.envelope().payload());
      }
    }
    rows.read("performance", "performance_id", performanceIds, PerformanceRow.class)
        .forEach(row -> performances.put(row.performanceId(), row));
    rows.read("order_books", "order_id", orderIds, OrderRow.class)
        .forEach(row -> orders.put(row.orderId(), row));
    performances.values().forEach(row -> organisationIds.add(row.organisationId()));
    loadOrganisations(organisationIds);
    for (RecordedEvent event : events) {
      if (event.envelope().payload() instanceof PerformanceScheduled scheduled) {
        loadOrganisations(Set.of(scheduled.organisationId().value()));
      }
    }
  }

  private void loadOrganisations(Collection<UUID> ids) {
    List<UUID> missing = ids.stream().filter(id -> !organisations.containsKey(id)).toList();
    rows.read("organisation", "organisation_id", missing, OrganisationRow.class)
        .forEach(row -> organisations.put(row.organisationId(), new OrganisationBooks(row)));
  }

  private void book(RecordedEvent event) {
    switch (event.envelope().payload()) {
      case OrganisationEvent organisation -> book(organisation, event);
      case PerformanceEvent performance -> book(performance, event);
      case HoldSold sold -> issue(sold, event);
      case TicketEvent ticket -> book(ticket, event);
      case OrderEvent order -> book(order, event);
      case AccountingEvent accounting -> book(accounting, event);
      default -> throw unexpected(event.envelope().payload());
    }
  }

  private void book(OrganisationEvent change, RecordedEvent event) {
    switch (change) {
      case OrganisationCreated created -> {
        BusinessCalendar calendar =
            new BusinessCalendar(
                created.timeZone(), created.fiscalYearStart(), created.dayEndsAt());
        organisations.put(
            created.organisationId().value(),
            new OrganisationBooks(
                OrganisationRow.of(created, calendar.businessDay(event.envelope().recordedAt()))));
      }
      case PaymentMethodsSet set ->
          organisation(set.organisationId().value()).accept(set.methods());
    }
  }

  /** What a closing adds up is in the tables, so everything before it is written first. */
  private void book(AccountingEvent change, RecordedEvent event) {
    OrganisationBooks organisation = organisation(change.organisationId().value());
    switch (change) {
      case ChartSet set -> organisation.use(new ChartOfAccounts(set.accounts(), set.journals()));
      case ClosingStarted started -> {
        write();
        ClosingTotals found = new ClosingSums(tables).of(started, organisation);
        rows.insert(
            "closing",
            List.of(
                ClosingRow.of(started, event.position(), event.envelope().recordedAt(), found)));
        if (started.kind() == ClosingKind.DAY) {
          organisation.closeThrough(started.to());
        }
      }
      case ClosingSealed sealed -> rows.seal(sealed, event.position());
    }
  }

  private void book(TicketEvent change, RecordedEvent event) {
    switch (change) {
      case TicketEvent.TicketsVoided voided -> {
        PerformanceRow performance = performance(voided.performanceId().value());
        PostingDay day = day(performance, event);
        voided
            .tickets()
            .forEach(
                ticket ->
                    batch.add(
                        new VoidedTicketRow(
                            ticket.ticketId().value(),
                            performance.organisationId(),
                            performance.performanceId(),
                            event.position(),
                            event.envelope().recordedAt(),
                            day.businessDay(),
                            day.taxDay())));
      }
    }
  }

  private void book(PerformanceEvent change, RecordedEvent event) {
    switch (change) {
      case PerformanceScheduled scheduled -> put(PerformanceRow.of(scheduled));
      case PerformanceEvent.PriceListChanged other -> {}
      case PerformanceEvent.OnsaleSet other -> {}
      case PerformanceEvent.WaitingRoomSet other -> {}
      case PerformanceEvent.PresaleSet other -> {}
      case PerformanceEvent.QuotasSet other -> {}
      case PerformanceEvent.AccessiblePlacesReleased other -> {}
      case PerformanceEvent.CancellationSettled other -> {}
      case PerformanceCompleted completed -> {
        PerformanceRow performance = performance(completed.performanceId().value());
        OrganisationBooks organisation = organisation(performance.organisationId());
        PostingDay day = organisation.postingDay(performance.startDay(), performance.startDay());
        end(
            performance,
            PerformancePostings.recognise(performance.books()),
            Stage.TAKEN_PLACE,
            day,
            event);
      }
      case PerformanceCancelled cancelled -> {
        PerformanceRow performance = performance(cancelled.performanceId().value());
        end(
            performance,
            PerformancePostings.cancel(performance.books()),
            Stage.CANCELLED,
            day(performance, event),
            event);
      }
      case PerformanceRescheduled moved ->
          put(performance(moved.performanceId().value()).movedTo(moved.startsAt(), moved.endsAt()));
    }
  }

  private void end(
      PerformanceRow performance,
      Operation operation,
      Stage stage,
      PostingDay day,
      RecordedEvent event) {
    OrganisationBooks organisation = organisation(performance.organisationId());
    batch.add(operation, organisation, performance, null, day, event);
    put(performance.with(PerformancePostings.ended(stage)));
  }

  private PostingDay day(PerformanceRow performance, RecordedEvent event) {
    return organisation(performance.organisationId()).postingDay(event.envelope().recordedAt());
  }

  /** The tickets; what they are booked as, the order's own event says. */
  private void issue(HoldSold sold, RecordedEvent event) {
    PerformanceRow performance = performance(sold.performanceId().value());
    OrganisationBooks organisation = organisation(performance.organisationId());
    PostingDay day = organisation.postingDay(event.envelope().recordedAt());
    for (IssuedTicket issued : sold.tickets()) {
      PricedTicket ticket = issued.ticket();
      batch.add(
          new TicketRow(
              ticket.ticketId().value(),
              performance.organisationId(),
              performance.performanceId(),
              sold.orderId().value(),
              issued.ticketNumber(),
              ticket.zone().value(),
              ticket.priceType().value(),
              ticket.priceTypeName().value(),
              ticket.taxRate().value(),
              ticket.faceValueMinor(),
              ticket.netMinor(),
              ticket.taxMinor(),
              performance.isTraining(),
              event.position(),
              event.envelope().recordedAt(),
              day.businessDay(),
              day.taxDay()));
    }
  }

  private void book(OrderEvent event, RecordedEvent recorded) {
    UUID id = event.orderId().value();
    if (event instanceof OrderPlaced placed) {
      put(new OrderRow(id, placed.organisationId().value(), OrderPostings.begin(placed)));
      return;
    }
    OrderRow order = orders.get(id);
    if (order == null) {
      throw new IllegalStateException("Expected order " + id + " to be placed, but it never was");
    }
    PerformanceRow performance = performance(event.performanceId().value());
    Posted posted = OrderPostings.post(event, order.books(), performance.books());
    if (!posted.books().equals(order.books())) {
      put(new OrderRow(id, order.organisationId(), posted.books()));
    }
    if (posted.operation() != null) {
      OrganisationBooks organisation = organisation(performance.organisationId());
      PostingDay day = organisation.postingDay(recorded.envelope().recordedAt());
      long number = batch.add(posted.operation(), organisation, performance, id, day, recorded);
      if (event instanceof TicketsRefunded refunded && !performance.isTraining()) {
        addRefunds(refunded, performance, number, day, recorded);
      }
      put(performance.with(performance.books().after(posted.operation())));
    }
  }

  private void addRefunds(
      TicketsRefunded refunded,
      PerformanceRow performance,
      long number,
      PostingDay day,
      RecordedEvent event) {
    for (RefundedTicket ticket : refunded.tickets()) {
      batch.add(
          new TicketRefundRow(
              performance.organisationId(),
              number,
              ticket.ticketId().value(),
              performance.performanceId(),
              ticket.grossMinor(),
              ticket.netMinor(),
              ticket.taxMinor(),
              event.position(),
              event.envelope().recordedAt(),
              day.businessDay()));
    }
  }

  private void write() {
    rows.put(
        "organisation",
        "organisation_id",
        organisations.values().stream().map(OrganisationBooks::toRow).toList());
    rows.put(
        "performance",
        "performance_id",
        changedPerformances.stream().map(this::performance).toList());
    rows.put("order_books", "order_id", changedOrders.stream().map(orders::get).toList());
    batch.write(rows);
    changedPerformances.clear();
    changedOrders.clear();
  }

  private void put(PerformanceRow row) {
    performances.put(row.performanceId(), row);
    changedPerformances.add(row.performanceId());
  }

  private void put(OrderRow row) {
    orders.put(row.orderId(), row);
    changedOrders.add(row.orderId());
  }

  private OrganisationBooks organisation(UUID id) {
    OrganisationBooks organisation = organisations.get(id);
    if (organisation == null) {
      throw new IllegalStateException("Expected organisation " + id + ", but it was not created");
    }
    return organisation;
  }

  private PerformanceRow performance(UUID id) {
    PerformanceRow performance = performances.get(id);
    if (performance == null) {
      throw new IllegalStateException("Expected performance " + id + ", but it was not scheduled");
    }
    return performance;
  }

  private static IllegalArgumentException unexpected(Event event) {
    return new IllegalArgumentException(
        "Expected an event that this projection handles, but got " + event.getClass().getName());
  }
}
