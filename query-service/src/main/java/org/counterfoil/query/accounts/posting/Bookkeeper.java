package org.counterfoil.query.accounts.posting;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.AgentPostings;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.OrderPostings;
import org.counterfoil.domain.accounting.PassPostings;
import org.counterfoil.domain.accounting.Payouts;
import org.counterfoil.domain.accounting.PerformanceBooks;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.counterfoil.domain.accounting.PerformancePostings;
import org.counterfoil.domain.accounting.Posted;
import org.counterfoil.domain.accounting.TillEvent;
import org.counterfoil.domain.accounting.TillKeeping;
import org.counterfoil.domain.accounting.VoucherPostings;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueEvent.SeasonPlanned;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.InvoicingSet;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationEvent.PaymentMethodsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.PrincipalsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.SalesAgentsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.VoucherTermsSet;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.posting.AgentRows.AgentOperationRow;
import org.counterfoil.query.accounts.posting.AgentRows.OrderAgentRow;
import org.counterfoil.query.accounts.posting.BooksBatch.Subject;
import org.counterfoil.query.accounts.posting.LedgerRows.ProductionRow;
import org.counterfoil.query.accounts.posting.LedgerRows.TicketRefundRow;
import org.counterfoil.query.accounts.posting.LedgerRows.TicketRow;
import org.counterfoil.query.accounts.posting.LedgerRows.VoidedTicketRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Books events, in their order: what each means is the domain's, how it is kept is the rows'. */
final class Bookkeeper {

  private final JdbcClient tables;
  private final BookRows rows;
  private final LoadedBooks books;
  private final BooksBatch batch = new BooksBatch();

  Bookkeeper(JdbcClient tables) {
    this.tables = tables;
    this.rows = new BookRows(tables);
    this.books = new LoadedBooks(rows);
  }

  void book(List<RecordedEvent> events) {
    books.load(events);
    events.forEach(this::book);
    write();
  }

  private void write() {
    books.write();
    batch.write(rows);
  }

  private void book(RecordedEvent event) {
    switch (event.envelope().payload()) {
      case OrganisationEvent organisation -> book(organisation, event);
      case PerformanceEvent performance -> book(performance, event);
      case HoldSold sold -> issue(sold, event);
      case TicketEvent ticket -> book(ticket, event);
      case AgentTookMoney took ->
          book(AgentPostings.take(took), took.organisationId(), took.principalId(), event);
      case AgentGaveMoneyBack gave ->
          book(AgentPostings.giveBack(gave), gave.organisationId(), gave.principalId(), event);
      case AgentSettled settled ->
          book(AgentPostings.settle(settled), settled.organisationId(), settled.otherId(), event);
      case OrderEvent order -> book(order, event);
      case AccountingEvent accounting -> book(accounting, event);
      case VoucherEvent voucher -> book(voucher, event);
      case PassEvent pass -> book(pass, event);
      case CatalogueEvent catalogue -> list(catalogue);
      default -> throw LoadedBooks.unexpected(event.envelope().payload());
    }
  }

  /** What one organisation did on another one's account, or settled with it. */
  private void book(
      Operation operation, OrganisationId own, OrganisationId other, RecordedEvent event) {
    OrganisationBooks organisation = books.organisation(own.value());
    long number =
        batch.add(
            operation,
            organisation,
            new Subject(null, null, false, books.organisation(other.value()).name()),
            organisation.postingDay(event.envelope().recordedAt()),
            event);
    batch.add(new AgentOperationRow(own.value(), number, other.value()));
  }

  private void book(OrganisationEvent change, RecordedEvent event) {
    switch (change) {
      case OrganisationCreated created -> {
        BusinessCalendar calendar =
            new BusinessCalendar(
                created.timeZone(), created.fiscalYearStart(), created.dayEndsAt());
        books.open(
            created,
            OrganisationRow.of(created, calendar.businessDay(event.envelope().recordedAt())));
      }
      case PaymentMethodsSet set ->
          books.organisation(set.organisationId().value()).accept(set.methods());
      case InvoicingSet set -> {}
      case PrincipalsSet set -> {}
      case SalesAgentsSet set -> {}
      case VoucherTermsSet set -> {}
    }
  }

  /** What a closing adds up is in the tables, so everything before it is written first. */
  private void book(AccountingEvent change, RecordedEvent event) {
    OrganisationBooks organisation = books.organisation(change.organisationId().value());
    switch (change) {
      case ChartSet set -> organisation.use(new ChartOfAccounts(set.accounts(), set.journals()));
      case ClosingStarted started -> {
        write();
        ClosingTotals found = new ClosingSums(tables).of(started, organisation);
        rows.insert(
            "closing",
            List.of(
                ClosingRow.of(started, event.position(), event.envelope().recordedAt(), found)));
        organisation.close(started);
      }
      case ClosingSealed sealed -> rows.seal(sealed, event.position());
      case AgentSettled settled -> throw LoadedBooks.unexpected(settled); // booked before
      case PayoutRecorded payout -> {
        PostingDay day = organisation.postingDay(event.envelope().recordedAt());
        String text = payout.provider() + " " + payout.reference();
        long number =
            batch.add(
                Payouts.book(payout),
                organisation,
                new Subject(null, null, false, text),
                day,
                event);
        PayoutRows.lines(payout, number, event).forEach(batch::add);
      }
      case TillEvent till -> {
        PostingDay day = organisation.postingDay(event.envelope().recordedAt());
        Subject subject = new Subject(null, null, false, EntryTexts.till(till));
        long number = batch.add(TillKeeping.book(till), organisation, subject, day, event);
        batch.add(TillStepRow.of(till, number, day.businessDay(), event));
      }
      case InvoicingEvent document -> {
        PostingDay day = organisation.postingDay(event.envelope().recordedAt());
        Subject subject =
            new Subject(null, document.orderId().value(), false, document.number().value());
        long number = batch.add(Operation.of(document), organisation, subject, day, event);
        batch.add(InvoiceRow.of(document, number, event));
      }
    }
  }

  /** What nobody spent; everything else is booked with the order that it is about. */
  private void book(VoucherEvent change, RecordedEvent event) {
    OrganisationBooks organisation = books.organisation(change.organisationId().value());
    PostingDay day = organisation.postingDay(event.envelope().recordedAt());
    VoucherMoveRow move = VoucherMoveRow.of(change, day.businessDay(), event);
    if (move != null) {
      batch.add(move);
    }
    Operation operation = VoucherPostings.post(change);
    if (operation != null) {
      String text = change.voucherId().toString();
      batch.add(operation, organisation, new Subject(null, null, false, text), day, event);
    }
  }

  /** Uses that can be taken are revenue of later; what they pay for, its order books. */
  private void book(PassEvent change, RecordedEvent event) {
    OrganisationBooks organisation = books.organisation(change.organisationId().value());
    PostingDay day = organisation.postingDay(event.envelope().recordedAt());
    PassMoveRow move = PassMoveRow.of(change, day.businessDay(), event);
    if (move != null) {
      batch.add(move);
    }
    Operation operation = PassPostings.post(change);
    if (operation != null) {
      String text = change.passId().toString();
      batch.add(operation, organisation, new Subject(null, null, false, text), day, event);
    }
  }

  private void list(CatalogueEvent change) {
    switch (change) {
      case SeasonPlanned other -> {}
      case ProductionAdded added -> {
        PublicLabel category = added.taxCategory();
        batch.add(
            new ProductionRow(
                added.productionId().value(),
                added.organisationId().value(),
                added.title().value(),
                category == null ? null : category.value()));
      }
    }
  }

  /** The tickets; what they are booked as, the order's own event says. */
  private void issue(HoldSold sold, RecordedEvent event) {
    PerformanceRow performance = books.performance(sold.performanceId().value());
    PostingDay day = day(performance, event);
    sold.tickets()
        .forEach(issued -> batch.add(TicketRow.of(sold, issued, performance, day, event)));
  }

  private void book(TicketEvent change, RecordedEvent event) {
    switch (change) {
      case TicketEvent.TicketsVoided voided -> {
        PerformanceRow performance = books.performance(voided.performanceId().value());
        PostingDay day = day(performance, event);
        voided
            .tickets()
            .forEach(
                ticket ->
                    batch.add(VoidedTicketRow.of(ticket.ticketId(), performance, day, event)));
      }
    }
  }

  private void book(PerformanceEvent change, RecordedEvent event) {
    switch (change) {
      case PerformanceScheduled scheduled -> {
        books.put(PerformanceRow.of(scheduled));
        batch.add(PerformanceStartRow.of(scheduled, event));
      }
      case PerformanceEvent.PriceListChanged other -> {}
      case PerformanceEvent.OnsaleSet other -> {}
      case PerformanceEvent.WaitingRoomSet other -> {}
      case PerformanceEvent.PresaleSet other -> {}
      case PerformanceEvent.QuotasSet other -> {}
      case PerformanceEvent.AgentsSet other -> {}
      case PerformanceEvent.AccessiblePlacesReleased other -> {}
      case PerformanceEvent.CancellationSettled other -> {}
      case PerformanceCompleted completed -> {
        PerformanceRow performance = books.performance(completed.performanceId().value());
        Operation earned = PerformancePostings.recognise(performance.books());
        PostingDay day =
            books
                .organisationOf(performance)
                .postingDay(performance.startDay(), performance.startDay());
        end(performance, earned, Stage.TAKEN_PLACE, day, event);
      }
      case PerformanceCancelled cancelled -> {
        PerformanceRow performance = books.performance(cancelled.performanceId().value());
        Operation owed = PerformancePostings.cancel(performance.books());
        PostingDay day = day(performance, event);
        end(performance, owed, Stage.CANCELLED, day, event);
        write();
        OwedTickets.write(tables, performance, day, event);
      }
      case PerformanceRescheduled moved -> {
        PerformanceRow performance = books.performance(moved.performanceId().value());
        books.put(performance.movedTo(moved.startsAt(), moved.endsAt()));
        batch.add(PerformanceStartRow.of(moved, event));
      }
    }
  }

  private void end(
      PerformanceRow performance,
      Operation operation,
      Stage stage,
      PostingDay day,
      RecordedEvent event) {
    batch.add(
        operation, books.organisationOf(performance), Subject.of(performance, null), day, event);
    books.put(performance.with(PerformancePostings.ended(stage)));
  }

  private void book(OrderEvent event, RecordedEvent recorded) {
    UUID id = event.orderId().value();
    if (event instanceof OrderPlaced placed) {
      books.put(new OrderRow(id, placed.organisationId().value(), OrderPostings.begin(placed)));
      return;
    }
    if (event instanceof AgentNamed named) {
      OrderAgentRow agent = OrderAgentRow.of(named);
      books.put(agent);
      batch.add(agent);
    }
    OrderRow order = books.order(id);
    if (event.performanceId().isNone()) {
      bookAlone(event, order, recorded);
      return;
    }
    PerformanceRow performance = books.performance(event.performanceId().value());
    if (!performance.isTraining()) {
      PayoutRows.moves(event, day(performance, recorded), recorded).forEach(batch::add);
    }
    Posted posted = OrderPostings.post(event, order.books(), performance.books());
    if (!posted.books().equals(order.books())) {
      books.put(new OrderRow(id, order.organisationId(), posted.books()));
    }
    Operation operation = posted.operation();
    if (operation == null) {
      return;
    }
    PostingDay day = day(performance, recorded);
    long number =
        batch.add(
            operation,
            books.organisationOf(performance),
            Subject.of(performance, id),
            day,
            recorded);
    if (!performance.isTraining()) {
      if (AgentRows.isBetweenOrganisations(operation)) {
        batch.add(new AgentOperationRow(order.organisationId(), number, books.agentOf(id)));
      }
      for (RefundedTicket ticket : returned(event)) {
        batch.add(TicketRefundRow.of(ticket, performance, number, day, recorded));
      }
      LineMoveRow.of(event, posted.books(), performance, number, day, recorded).forEach(batch::add);
    }
    books.put(performance.with(performance.books().after(operation)));
  }

  /** An order without tickets sells nothing that a performance earns. */
  private void bookAlone(OrderEvent event, OrderRow order, RecordedEvent recorded) {
    OrganisationBooks organisation = books.organisation(order.organisationId());
    PostingDay day = organisation.postingDay(recorded.envelope().recordedAt());
    PayoutRows.moves(event, day, recorded).forEach(batch::add);
    Posted posted = OrderPostings.post(event, order.books(), PerformanceBooks.SCHEDULED);
    if (!posted.books().equals(order.books())) {
      books.put(new OrderRow(order.orderId(), order.organisationId(), posted.books()));
    }
    Operation operation = posted.operation();
    if (operation != null) {
      Subject subject = new Subject(null, order.orderId(), false, EntryTexts.order(event));
      batch.add(operation, organisation, subject, day, recorded);
    }
  }

  /** The tickets of which something was given up; a free one is no receipt. */
  private static List<RefundedTicket> returned(OrderEvent event) {
    if (event instanceof TicketsExchanged exchanged) {
      return exchanged.returned().stream().filter(ticket -> ticket.grossMinor() > 0).toList();
    }
    if (event instanceof TicketsExchangedElsewhere elsewhere) {
      return elsewhere.returned().stream().filter(ticket -> ticket.grossMinor() > 0).toList();
    }
    return event instanceof TicketsRefunded refunded ? refunded.tickets() : List.of();
  }

  private PostingDay day(PerformanceRow performance, RecordedEvent event) {
    return books.organisationOf(performance).postingDay(event.envelope().recordedAt());
  }
}
