package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.CorrectInvoice;
import org.counterfoil.domain.accounting.AccountingCommand.InvoicingCommand;
import org.counterfoil.domain.accounting.AccountingCommand.IssueInvoice;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.order.OrderRejection;

/**
 * Decides about invoices. An order is invoiced once, as it stood at one of its events; whatever
 * changes after that event gets a credit note, and an exchange another invoice for the new tickets.
 */
final class Invoicing {

  private Invoicing() {}

  static Decision<AccountingEvent> decide(InvoicingCommand command, Books state, Instant now) {
    return switch (command) {
      case IssueInvoice issue -> issue(issue, state, now);
      case CorrectInvoice change -> correct(change, state, now);
    };
  }

  private static Decision<AccountingEvent> issue(IssueInvoice issue, Books state, Instant now) {
    OrderStatement order = issue.order();
    Invoices.OfOrder known = state.invoices.of(order.orderId());
    if (known != null) {
      return Decision.reject(
          AccountingRejection.ORDER_INVOICED,
          "Expected an order that is not invoiced, but "
              + known.invoices.getFirst().number()
              + " is its invoice");
    }
    if (order.isTraining()) {
      return Decision.reject(
          AccountingRejection.TRAINING_NOT_INVOICED,
          "Expected an order that somebody pays, but it is for training");
    }
    if (!order.isCompleted()) {
      return Decision.reject(
          OrderRejection.ORDER_NOT_COMPLETED, "Expected an order with tickets, but it has none");
    }
    if (order.goods().isFree()) {
      return Decision.reject(
          AccountingRejection.NOTHING_TO_INVOICE,
          "Expected an order that costs something, but nothing of it does");
    }
    LocalDate day = issue.calendar().realDay(now);
    return Decision.accept(
        new InvoiceIssued(
            order.organisationId(),
            next(InvoiceSeries.INVOICE, 1, day, issue.calendar(), state),
            day,
            order.orderId(),
            order.through(),
            issue.seller(),
            issue.supplies(),
            issue.reference(),
            order.currency(),
            InvoiceLine.of(order.goods().tickets()),
            order.goods().lines(),
            order.owedMinor(),
            PaymentTerms.of(issue.terms(), day)));
  }

  /** A credit note for each invoice that what came back was on; free tickets need none. */
  private static Decision<AccountingEvent> correct(
      CorrectInvoice change, Books state, Instant now) {
    Invoices.OfOrder known = state.invoices.of(change.orderId());
    if (known == null) {
      return Decision.reject(
          AccountingRejection.ORDER_NOT_INVOICED,
          "Expected an order that is invoiced, but " + change.orderId() + " is not");
    }
    if (change.through() <= known.through) {
      return Decision.accept();
    }
    LocalDate day = change.calendar().realDay(now);
    List<AccountingEvent> events = new ArrayList<>();
    for (Invoices.Invoice invoice : known.invoices) {
      InvoicedGoods returned = change.returned().of(invoice);
      if (!returned.isEmpty()) {
        int more = events.size() + 1;
        events.add(
            new CreditNoteIssued(
                change.organisationId(),
                next(InvoiceSeries.CREDIT_NOTE, more, day, change.calendar(), state),
                day,
                change.orderId(),
                change.through(),
                invoice.number(),
                change.seller(),
                change.supplies(),
                change.reason(),
                change.currency(),
                InvoiceLine.of(returned.tickets()),
                returned.lines()));
      }
    }
    if (!change.issued().isFree()) {
      events.add(
          new InvoiceIssued(
              change.organisationId(),
              next(InvoiceSeries.INVOICE, 1, day, change.calendar(), state),
              day,
              change.orderId(),
              change.through(),
              change.seller(),
              change.supplies(),
              known.reference,
              change.currency(),
              InvoiceLine.of(change.issued().tickets()),
              change.issued().lines(),
              0,
              PaymentTerms.of(change.terms(), day)));
    }
    return Decision.accept(events);
  }

  private static InvoiceNumber next(
      InvoiceSeries series, int more, LocalDate day, BusinessCalendar calendar, Books state) {
    int year = calendar.fiscalYear(day).from().getYear();
    return InvoiceNumber.of(series, year, state.invoices.last(series, year) + more);
  }
}
