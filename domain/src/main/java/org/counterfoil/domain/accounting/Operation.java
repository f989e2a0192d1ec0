package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event means for the books: its entry, and what it adds to the ledgers. At every instant
 * {@code sales = cash + receivables − settled receivables} over all operations so far.
 *
 * @param sold what was sold; negative where it was taken back
 * @param beside what of it was sold beside tickets: no performance earns it
 * @param money what came in and went back, by method; what vouchers, passes and exchanged tickets
 *     paid is none, but a debt that is settled, and what goes to one is a debt that arises
 * @param receivablesMinor what buyers came to owe; negative what we came to owe them
 * @param settledMinor how much of either was settled, of the same sign
 * @param taxDue by how much the tax that is due changed, with what it is due on
 * @param tickets issued, less those voided
 * @param posting the entry; missing where there is nothing to book
 */
public record Operation(
    OperationKind kind,
    ByRate sold,
    ByRate beside,
    List<MoneyMove> money,
    long receivablesMinor,
    long settledMinor,
    ByRate taxDue,
    int tickets,
    @Nullable Posting posting) {

  public Operation {
    for (MoneyMove move : money) {
      receivablesMinor += move.isDebt() ? Math.min(0, move.amountMinor()) : 0;
      settledMinor -= move.isDebt() ? Math.max(0, move.amountMinor()) : 0;
    }
    money = money.stream().filter(move -> !move.isDebt()).toList();
    if (sold.grossMinor() != cash(money) + receivablesMinor - settledMinor) {
      throw new IllegalArgumentException(
          "Expected sales = cash + receivables - settled receivables, but "
              + sold.grossMinor()
              + " is not "
              + cash(money)
              + " + "
              + receivablesMinor
              + " - "
              + settledMinor);
    }
  }

  /** An operation about tickets, or money, alone. */
  Operation(
      OperationKind kind,
      ByRate sold,
      List<MoneyMove> money,
      long receivablesMinor,
      long settledMinor,
      ByRate taxDue,
      int tickets,
      @Nullable Posting posting) {
    this(
        kind,
        sold,
        ByRate.NOTHING,
        money,
        receivablesMinor,
        settledMinor,
        taxDue,
        tickets,
        posting);
  }

  /** An operation that is listed and counted, and books nothing. */
  static Operation without(OperationKind kind, int tickets) {
    return new Operation(kind, ByRate.NOTHING, List.of(), 0, 0, ByRate.NOTHING, tickets, null);
  }

  /** An invoice or credit note is listed; what it asks for is booked by its sale or refund. */
  public static Operation of(InvoicingEvent document) {
    return switch (document) {
      case InvoiceIssued invoice -> without(OperationKind.INVOICE, 0);
      case CreditNoteIssued note -> without(OperationKind.CREDIT_NOTE, 0);
    };
  }

  /** Sold, tax included. */
  public long salesMinor() {
    return sold.grossMinor();
  }

  /** Received, less what went back. */
  public long cashMinor() {
    return cash(money);
  }

  private static long cash(List<MoneyMove> money) {
    return money.stream().mapToLong(MoneyMove::amountMinor).sum();
  }
}
