package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.accounting.ByRate;
import org.counterfoil.domain.accounting.ChartJournal;
import org.counterfoil.domain.accounting.ChartOfAccounts.NumberedAccount;
import org.counterfoil.domain.accounting.LineAccount;
import org.counterfoil.domain.accounting.MoneyMove;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.Posting;
import org.counterfoil.domain.accounting.PostingLine;
import org.counterfoil.domain.accounting.RateAmount;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.posting.AgentRows.AgentOperationRow;
import org.counterfoil.query.accounts.posting.AgentRows.OrderAgentRow;
import org.counterfoil.query.accounts.posting.LedgerRows.EntryLineRow;
import org.counterfoil.query.accounts.posting.LedgerRows.EntryRow;
import org.counterfoil.query.accounts.posting.LedgerRows.MoneyMoveRow;
import org.counterfoil.query.accounts.posting.LedgerRows.PayoutLineRow;
import org.counterfoil.query.accounts.posting.LedgerRows.ProductionRow;
import org.counterfoil.query.accounts.posting.LedgerRows.ProviderMoveRow;
import org.counterfoil.query.accounts.posting.LedgerRows.RateAmountRow;
import org.counterfoil.query.accounts.posting.LedgerRows.TicketRefundRow;
import org.counterfoil.query.accounts.posting.LedgerRows.TicketRow;
import org.counterfoil.query.accounts.posting.LedgerRows.VoidedTicketRow;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of events adds to the books: rows that are new, collected until they are written.
 * Numbers are given in the order of events, so that batches of any size give the same.
 */
final class BooksBatch {

  private final List<OperationRow> operations = new ArrayList<>();
  private final List<MoneyMoveRow> money = new ArrayList<>();
  private final List<RateAmountRow> rates = new ArrayList<>();
  private final List<EntryRow> entries = new ArrayList<>();
  private final List<EntryLineRow> lines = new ArrayList<>();
  private final List<TicketRow> tickets = new ArrayList<>();
  private final List<VoidedTicketRow> voided = new ArrayList<>();
  private final List<TicketRefundRow> refunds = new ArrayList<>();
  private final List<LineMoveRow> lineMoves = new ArrayList<>();
  private final List<ProviderMoveRow> providerMoves = new ArrayList<>();
  private final List<PayoutLineRow> payoutLines = new ArrayList<>();
  private final List<ProductionRow> productions = new ArrayList<>();
  private final List<InvoiceRow> invoices = new ArrayList<>();
  private final List<TillStepRow> tillSteps = new ArrayList<>();
  private final List<VoucherMoveRow> voucherMoves = new ArrayList<>();
  private final List<PerformanceStartRow> starts = new ArrayList<>();
  private final List<OrderAgentRow> orderAgents = new ArrayList<>();
  private final List<AgentOperationRow> agentOperations = new ArrayList<>();
  private final List<PassMoveRow> passMoves = new ArrayList<>();

  /**
   * What an operation is about.
   *
   * @param text how its entry names it
   */
  record Subject(
      @Nullable UUID performanceId, @Nullable UUID orderId, boolean isTraining, String text) {

    static Subject of(PerformanceRow performance, @Nullable UUID order) {
      return new Subject(
          performance.performanceId(),
          order,
          performance.isTraining(),
          EntryTexts.performance(performance));
    }
  }

  void add(ProviderMoveRow move) {
    providerMoves.add(move);
  }

  void add(ProductionRow production) {
    productions.add(production);
  }

  void add(PayoutLineRow line) {
    payoutLines.add(line);
  }

  void add(TillStepRow step) {
    tillSteps.add(step);
  }

  void add(VoucherMoveRow move) {
    voucherMoves.add(move);
  }

  void add(PerformanceStartRow start) {
    starts.add(start);
  }

  void add(OrderAgentRow agent) {
    orderAgents.add(agent);
  }

  void add(AgentOperationRow operation) {
    agentOperations.add(operation);
  }

  void add(PassMoveRow move) {
    passMoves.add(move);
  }

  void add(InvoiceRow invoice) {
    invoices.add(invoice);
  }

  void add(TicketRow ticket) {
    tickets.add(ticket);
  }

  void add(VoidedTicketRow ticket) {
    voided.add(ticket);
  }

  void add(LineMoveRow move) {
    lineMoves.add(move);
  }

  void add(TicketRefundRow refund) {
    refunds.add(refund);
  }

  /**
   * Books an operation: gives it a number, which is answered, and its entry one if there is one.
   */
  long add(
      Operation operation,
      OrganisationBooks organisation,
      Subject subject,
      PostingDay day,
      RecordedEvent event) {
    boolean isTraining = subject.isTraining();
    long number = organisation.nextOperation(isTraining);
    Long entry = null;
    if (!isTraining) {
      addMoney(operation, organisation, number);
      addRates(operation, organisation, number);
      Posting posting = operation.posting();
      if (posting != null) {
        entry = addEntry(posting, operation, organisation, subject, number, day, event);
      }
    }
    Envelope envelope = event.envelope();
    operations.add(
        new OperationRow(
            organisation.id(),
            isTraining,
            number,
            operation.kind(),
            event.position(),
            envelope.recordedAt(),
            day.businessDay(),
            day.taxDay(),
            day.isLate(),
            subject.performanceId(),
            subject.orderId(),
            envelope.actor().toString(),
            envelope.cause(),
            operation.tickets(),
            isTraining ? 0 : operation.salesMinor(),
            isTraining ? 0 : operation.cashMinor(),
            isTraining ? 0 : operation.receivablesMinor(),
            isTraining ? 0 : operation.settledMinor(),
            entry));
    return number;
  }

  /** Writes what was collected, and forgets it. */
  void write(BookRows rows) {
    rows.insert("operation", operations);
    rows.insert("money_move", money);
    rows.insert("rate_amount", rates);
    rows.insert("entry", entries);
    rows.insert("entry_line", lines);
    rows.insert("ticket", tickets);
    rows.insert("voided_ticket", voided);
    rows.insert("ticket_refund", refunds);
    rows.insert("line_move", lineMoves);
    rows.insert("provider_move", providerMoves);
    rows.insert("payout_line", payoutLines);
    rows.insert("production", productions);
    rows.insert("invoice", invoices);
    rows.insert("till_step", tillSteps);
    rows.insert("voucher_move", voucherMoves);
    rows.insert("performance_start", starts);
    rows.insert("order_agent", orderAgents);
    rows.insert("agent_operation", agentOperations);
    rows.insert("pass_move", passMoves);
    List.of(
            operations,
            money,
            rates,
            entries,
            lines,
            tickets,
            voided,
            refunds,
            lineMoves,
            providerMoves,
            payoutLines,
            productions,
            invoices,
            tillSteps,
            voucherMoves,
            starts,
            orderAgents,
            agentOperations,
            passMoves)
        .forEach(List::clear);
  }

  private void addMoney(Operation operation, OrganisationBooks organisation, long number) {
    int ordinal = 0;
    for (MoneyMove move : operation.money()) {
      ordinal++;
      money.add(
          new MoneyMoveRow(
              organisation.id(), number, ordinal, move.method().value(), move.amountMinor()));
    }
  }

  private void addRates(Operation operation, OrganisationBooks organisation, long number) {
    Map<TaxRate, RateAmount> sold = byRate(operation.sold());
    Map<TaxRate, RateAmount> due = byRate(operation.taxDue());
    Set<TaxRate> either = new LinkedHashSet<>(sold.keySet());
    either.addAll(due.keySet());
    for (TaxRate rate : either) {
      RateAmount nothing = new RateAmount(rate, 0, 0);
      RateAmount soldAt = sold.getOrDefault(rate, nothing);
      RateAmount dueAt = due.getOrDefault(rate, nothing);
      rates.add(
          new RateAmountRow(
              organisation.id(),
              number,
              rate.value(),
              soldAt.netMinor(),
              soldAt.taxMinor(),
              dueAt.netMinor(),
              dueAt.taxMinor()));
    }
  }

  private static Map<TaxRate, RateAmount> byRate(ByRate amounts) {
    Map<TaxRate, RateAmount> byRate = new LinkedHashMap<>();
    amounts.amounts().forEach(amount -> byRate.put(amount.rate(), amount));
    return byRate;
  }

  private long addEntry(
      Posting posting,
      Operation operation,
      OrganisationBooks organisation,
      Subject subject,
      long number,
      PostingDay day,
      RecordedEvent event) {
    long entry = organisation.nextEntry();
    ChartJournal journal = organisation.chart().journal(posting.journal());
    Instant recordedAt = event.envelope().recordedAt();
    LocalDate validated = organisation.validate(recordedAt);
    entries.add(
        new EntryRow(
            organisation.id(),
            entry,
            number,
            journal.code().value(),
            journal.label().value(),
            day.taxDay(),
            day.businessDay(),
            "OP-" + number,
            day.realDay().isAfter(validated) ? validated : day.realDay(),
            EntryTexts.of(operation, subject.text(), day),
            recordedAt,
            validated,
            event.position()));
    int ordinal = 0;
    for (PostingLine line : posting.lines()) {
      ordinal++;
      NumberedAccount account =
          organisation.chart().resolve(line.account(), organisation.methods());
      lines.add(
          new EntryLineRow(
              organisation.id(),
              entry,
              ordinal,
              account.number().value(),
              account.label().value(),
              line.account() instanceof LineAccount.Of of ? of.account() : null,
              Math.max(0, line.debitMinor()),
              Math.max(0, -line.debitMinor()),
              subject.performanceId()));
    }
    return entry;
  }
}
