package org.counterfoil.command.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingCommand;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.accounting.ByRate;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The invoices and credit notes of orders, as the log has them at this moment. They are in the
 * stream of the organisation's books, of which only what is new is read.
 */
public final class IssuedInvoices {

  private static final int MOST_ORGANISATIONS = 500;
  private static final int PAGE = 1_000;

  /**
   * An invoice or a credit note; amounts in minor units.
   *
   * @param invoice the one that a credit note belongs to
   * @param statedThrough up to which event of its stream it states the order
   * @param grossMinor tax included; of a credit note what was taken back
   * @param owedMinor what of an invoice was still to be paid
   */
  public record Issued(
      InvoiceNumber number,
      LocalDate issuedOn,
      @Nullable InvoiceNumber invoice,
      @Nullable InvoiceReference reference,
      long statedThrough,
      long grossMinor,
      long taxMinor,
      long owedMinor) {

    /** How it is told. */
    public static Issued of(InvoicingEvent event) {
      ByRate sums = event.byRate();
      return switch (event) {
        case InvoiceIssued invoice ->
            new Issued(
                invoice.number(),
                invoice.issuedOn(),
                null,
                invoice.reference(),
                invoice.statedThrough(),
                sums.grossMinor(),
                sums.taxMinor(),
                invoice.owedMinor());
        case CreditNoteIssued note ->
            new Issued(
                note.number(),
                note.issuedOn(),
                note.invoice(),
                null,
                note.statedThrough(),
                sums.grossMinor(),
                sums.taxMinor(),
                0);
      };
    }
  }

  private static final class Index {
    long next;
    final Map<OrderId, List<Issued>> orders = new HashMap<>();
  }

  private final EventLog log;
  private final Cache<OrganisationId, Index> organisations =
      Caffeine.newBuilder().maximumSize(MOST_ORGANISATIONS).build();

  IssuedInvoices(EventLog log) {
    this.log = log;
  }

  /** Those of an order, in the order they were issued; none where it was not invoiced. */
  public List<Issued> of(OrganisationId organisation, OrderId order) {
    Index index = organisations.get(organisation, id -> new Index());
    synchronized (index) {
      readOn(index, organisation);
      return List.copyOf(index.orders.getOrDefault(order, List.of()));
    }
  }

  private void readOn(Index index, OrganisationId organisation) {
    List<RecordedEvent> page;
    do {
      page = log.readStream(AccountingCommand.booksOf(organisation), index.next, PAGE);
      for (RecordedEvent recorded : page) {
        if (recorded.envelope().payload() instanceof InvoicingEvent event) {
          index
              .orders
              .computeIfAbsent(event.orderId(), id -> new ArrayList<>())
              .add(Issued.of(event));
        }
        index.next = recorded.envelope().sequence() + 1;
      }
    } while (page.size() == PAGE);
  }
}
