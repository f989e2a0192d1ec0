package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;

/** What happened to the books themselves of an organisation. */
public sealed interface AccountingEvent extends Event
    permits AccountingEvent.ChartSet,
        AccountingEvent.ClosingStarted,
        AccountingEvent.ClosingSealed,
        AccountingEvent.PayoutRecorded,
        AccountingEvent.AgentSettled,
        AccountingEvent.InvoicingEvent,
        TillEvent {

  OrganisationId organisationId();

  /**
   * Numbers, codes and labels were set; entries that are there keep theirs. Replaces what was set
   * before.
   */
  @EventType(name = "accounting.chart-set", revision = 1)
  record ChartSet(
      OrganisationId organisationId, List<ChartAccount> accounts, List<ChartJournal> journals)
      implements AccountingEvent {
    public ChartSet {
      accounts = List.copyOf(accounts);
      journals = List.copyOf(journals);
    }
  }

  /**
   * A period is closed: what is recorded from here on is posted after it. The event's own position
   * is the cut.
   *
   * @param number gapless in the organisation, from 1
   * @param from the first day
   * @param to the last day
   * @param isAutomatic whether nobody asked
   */
  @EventType(name = "closing.started", revision = 1)
  record ClosingStarted(
      OrganisationId organisationId,
      int number,
      ClosingKind kind,
      LocalDate from,
      LocalDate to,
      boolean isAutomatic)
      implements AccountingEvent {}

  /**
   * The totals that the books had at the cut, for good.
   *
   * @param cut the position of {@link ClosingStarted}
   */
  @EventType(name = "closing.sealed", revision = 1)
  record ClosingSealed(OrganisationId organisationId, int number, long cut, ClosingTotals totals)
      implements AccountingEvent {}

  /**
   * An agent and an organiser settled what one owed the other of sales on the organiser's account.
   *
   * @param otherId the other one
   * @param reference of the transfer
   * @param amountMinor what was received; negative where it was paid
   */
  @EventType(name = "agent.settled", revision = 1)
  record AgentSettled(
      OrganisationId organisationId,
      OrganisationId otherId,
      PaymentMethod method,
      @Nullable PaymentReference reference,
      Currency currency,
      long amountMinor)
      implements AccountingEvent {}

  /**
   * A provider paid over what it had received, less its fees.
   *
   * @param reference what the provider calls the payout
   * @param arrivedOn the day it was on the bank account
   * @param currency that of the books
   * @param amountMinor what arrived; negative where the provider took money back
   * @param lines what it is made of; gross less fees, they add up to the amount
   */
  @EventType(name = "payout.recorded", revision = 1)
  record PayoutRecorded(
      OrganisationId organisationId,
      ProviderName provider,
      ProviderReference reference,
      LocalDate arrivedOn,
      Currency currency,
      long amountMinor,
      List<PayoutLine> lines)
      implements AccountingEvent {
    public PayoutRecorded {
      lines = List.copyOf(lines);
    }
  }

  /** An invoice or a credit note, with a number of its own. */
  sealed interface InvoicingEvent extends AccountingEvent {

    InvoiceNumber number();

    LocalDate issuedOn();

    OrderId orderId();

    /** Up to which event of its stream it states the order. */
    long statedThrough();

    Seller seller();

    /** The performances that there are tickets for. */
    List<Supply> supplies();

    Currency currency();

    /** Tickets. */
    List<InvoiceLine> lines();

    /** What else there is, such as fees. */
    List<InvoicedLine> beside();

    /** What is asked for or taken back, tickets and the rest, by rate. */
    default ByRate byRate() {
      return InvoicedGoods.byRate(lines(), beside());
    }
  }

  /**
   * An order was invoiced, or the tickets that it got in exchange. Who buys is not told: that is
   * personal data.
   *
   * @param issuedOn the day in the organisation's time zone
   * @param reference the buyer's own, where there is one
   * @param owedMinor what of it was still to be paid
   * @param terms until when
   */
  @EventType(name = "invoice.issued", revision = 1)
  record InvoiceIssued(
      OrganisationId organisationId,
      InvoiceNumber number,
      LocalDate issuedOn,
      OrderId orderId,
      long statedThrough,
      Seller seller,
      List<Supply> supplies,
      @Nullable InvoiceReference reference,
      Currency currency,
      List<InvoiceLine> lines,
      List<InvoicedLine> beside,
      long owedMinor,
      PaymentTerms terms)
      implements InvoicingEvent {
    public InvoiceIssued {
      supplies = List.copyOf(supplies);
      lines = List.copyOf(lines);
      beside = List.copyOf(beside);
    }
  }

  /**
   * What an invoice asked for was taken back, wholly or in part.
   *
   * @param invoice the one it belongs to
   * @param lines the tickets that were taken back, wholly or in part, as positive amounts
   * @param beside what else was
   */
  @EventType(name = "credit-note.issued", revision = 1)
  record CreditNoteIssued(
      OrganisationId organisationId,
      InvoiceNumber number,
      LocalDate issuedOn,
      OrderId orderId,
      long statedThrough,
      InvoiceNumber invoice,
      Seller seller,
      List<Supply> supplies,
      TicketReason reason,
      Currency currency,
      List<InvoiceLine> lines,
      List<InvoicedLine> beside)
      implements InvoicingEvent {
    public CreditNoteIssued {
      supplies = List.copyOf(supplies);
      lines = List.copyOf(lines);
      beside = List.copyOf(beside);
    }
  }
}
