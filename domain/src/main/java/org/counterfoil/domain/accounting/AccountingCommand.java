package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;

/** Commands about the books of an organisation. */
public sealed interface AccountingCommand extends Command
    permits AccountingCommand.SetChart,
        AccountingCommand.StartClosing,
        AccountingCommand.SealClosing,
        AccountingCommand.RecordPayout,
        AccountingCommand.SettleWithAgent,
        AccountingCommand.InvoicingCommand,
        TillCommand {

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return booksOf(organisationId());
  }

  /**
   * The books' own stream, for that of the organisation has its settings: its id with a version of
   * 8, which RFC 9562 leaves to whoever uses it.
   */
  static UUID booksOf(OrganisationId organisation) {
    UUID id = organisation.value();
    return new UUID(
        (id.getMostSignificantBits() & ~0xF000L) | 0x8000L, id.getLeastSignificantBits());
  }

  /** Sets numbers, codes and labels; what is not named stands under its usual ones. */
  record SetChart(OrganisationId organisationId, ChartOfAccounts chart)
      implements AccountingCommand {}

  /**
   * Closes the period that a date is in, and every day and month of it that is open.
   *
   * @param openedOn the organisation's first business day
   * @param unfinishedSince the first day on which a performance started that is neither completed
   *     nor cancelled; missing for none
   */
  record StartClosing(
      OrganisationId organisationId,
      ClosingKind kind,
      LocalDate date,
      BusinessCalendar calendar,
      LocalDate openedOn,
      @Nullable LocalDate unfinishedSince,
      boolean isAutomatic)
      implements AccountingCommand {}

  /** Records the totals found at the cut. Repeating it changes nothing. */
  record SealClosing(OrganisationId organisationId, int number, long cut, ClosingTotals totals)
      implements AccountingCommand {}

  /** Records that an agent and an organiser settled; each records it in its own books. */
  record SettleWithAgent(AgentSettled settled) implements AccountingCommand {
    @Override
    public OrganisationId organisationId() {
      return settled.organisationId();
    }
  }

  /** Records what a provider paid over. Repeating it changes nothing. */
  record RecordPayout(PayoutRecorded payout) implements AccountingCommand {
    @Override
    public OrganisationId organisationId() {
      return payout.organisationId();
    }
  }

  /** What becomes of invoices. */
  sealed interface InvoicingCommand extends AccountingCommand {}

  /**
   * Invoices an order, once.
   *
   * @param supplies the performances that it has tickets for
   * @param reference the buyer's own, where there is one
   */
  record IssueInvoice(
      OrderStatement order,
      Seller seller,
      List<Supply> supplies,
      @Nullable InvoiceReference reference,
      InvoicingTerms terms,
      BusinessCalendar calendar)
      implements InvoicingCommand {
    public IssueInvoice {
      supplies = List.copyOf(supplies);
    }

    @Override
    public OrganisationId organisationId() {
      return order.organisationId();
    }
  }

  /**
   * Tickets of an order that is invoiced came back, or were exchanged. Repeating it changes
   * nothing.
   *
   * @param through the number of the event in the order's stream that says so
   * @param returned what was taken back
   * @param issued what was issued in exchange
   */
  record CorrectInvoice(
      OrganisationId organisationId,
      OrderId orderId,
      long through,
      TicketReason reason,
      Currency currency,
      InvoicedGoods returned,
      InvoicedGoods issued,
      Seller seller,
      List<Supply> supplies,
      InvoicingTerms terms,
      BusinessCalendar calendar)
      implements InvoicingCommand {
    public CorrectInvoice {
      supplies = List.copyOf(supplies);
    }
  }
}
