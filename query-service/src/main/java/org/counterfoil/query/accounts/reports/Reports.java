package org.counterfoil.query.accounts.reports;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.counterfoil.query.accounts.agents.AgentQueries;
import org.counterfoil.query.accounts.closings.ClosingQueries;
import org.counterfoil.query.accounts.closings.ListedClosing;
import org.counterfoil.query.accounts.journal.JournalEntry.Line;
import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.journal.OperationQueries;
import org.counterfoil.query.accounts.ledgers.LedgerQueries;
import org.counterfoil.query.accounts.ledgers.Ledgers;
import org.counterfoil.query.accounts.ledgers.TrialBalance;
import org.counterfoil.query.accounts.ledgers.VatReport;
import org.counterfoil.query.accounts.revenue.RevenueQueries;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.counterfoil.query.table.Report;
import org.jspecify.annotations.Nullable;

/** Makes tables of what the books answer. */
public final class Reports {

  private final JournalQueries journal;
  private final LedgerQueries ledgers;
  private final OperationQueries operations;
  private final StatementQueries statements;
  private final RevenueQueries revenue;
  private final AgentQueries agents;
  private final ClosingQueries closings;

  Reports(
      JournalQueries journal,
      LedgerQueries ledgers,
      OperationQueries operations,
      StatementQueries statements,
      RevenueQueries revenue,
      AgentQueries agents,
      ClosingQueries closings) {
    this.journal = journal;
    this.ledgers = ledgers;
    this.operations = operations;
    this.statements = statements;
    this.revenue = revenue;
    this.agents = agents;
    this.closings = closings;
  }

  public Report of(ReportName name, BooksScope scope, Currency currency) {
    Amounts amounts = new Amounts(currency.getDefaultFractionDigits());
    return switch (name) {
      case JOURNAL -> journal(scope, amounts);
      case TRIAL_BALANCE -> trialBalance(scope, amounts);
      case VAT -> vat(scope, amounts);
      case LEDGERS -> ledgers(scope, amounts);
      case OPERATIONS -> operations(scope, amounts);
      case RECEIPTS -> receipts(scope, amounts);
      case CLOSINGS -> closings(scope, amounts);
      case REVENUE -> RevenueTable.of(revenue.of(scope, 0), amounts);
      case AGENTS -> AgentsTable.of(agents.of(scope, 0), amounts);
    };
  }

  private Report journal(BooksScope scope, Amounts amounts) {
    return new Report(
        ReportName.JOURNAL.word(),
        List.of(
            "entryNumber",
            "journal",
            "date",
            "validatedAt",
            "pieceRef",
            "label",
            "account",
            "accountLabel",
            "debit",
            "credit",
            "currency",
            "position"),
        each ->
            journal.forEach(
                scope,
                entry -> {
                  for (Line line : entry.lines()) {
                    each.accept(
                        List.of(
                            entry.entryNumber(),
                            entry.journal(),
                            entry.date(),
                            entry.validatedAt(),
                            entry.pieceRef(),
                            entry.label(),
                            line.account(),
                            line.label(),
                            amounts.of(line.debitMinor()),
                            amounts.of(line.creditMinor()),
                            entry.currency(),
                            entry.position()));
                  }
                }));
  }

  private Report trialBalance(BooksScope scope, Amounts amounts) {
    TrialBalance balance = ledgers.trialBalance(scope, 0);
    List<List<Object>> rows = new ArrayList<>();
    for (TrialBalance.AccountBalance account : balance.accounts()) {
      rows.add(
          List.of(
              account.account(),
              account.label(),
              amounts.of(account.debitMinor()),
              amounts.of(account.creditMinor()),
              amounts.of(account.balanceMinor()),
              balance.currency()));
    }
    return Report.of(
        ReportName.TRIAL_BALANCE.word(),
        List.of("account", "label", "debit", "credit", "balance", "currency"),
        rows);
  }

  private Report vat(BooksScope scope, Amounts amounts) {
    VatReport vat = ledgers.vat(scope, 0);
    List<List<Object>> rows = new ArrayList<>();
    for (VatReport.RateLine line : vat.rates()) {
      rows.add(
          List.of(
              line.rate(),
              line.tickets(),
              line.lines(),
              amounts.of(line.netMinor()),
              amounts.of(line.taxMinor()),
              amounts.of(line.grossMinor()),
              vat.currency()));
    }
    return Report.of(
        ReportName.VAT.word(),
        List.of("rate", "tickets", "lines", "net", "tax", "gross", "currency"),
        rows);
  }

  private Report ledgers(BooksScope scope, Amounts amounts) {
    Ledgers sums = ledgers.ledgers(scope, 0);
    return Report.of(
        ReportName.LEDGERS.word(),
        List.of("sales", "cash", "receivables", "settledReceivables", "balanced", "currency"),
        List.of(
            List.of(
                amounts.of(sums.salesMinor()),
                amounts.of(sums.cashMinor()),
                amounts.of(sums.receivablesMinor()),
                amounts.of(sums.settledReceivablesMinor()),
                Boolean.toString(sums.balanced()),
                sums.currency())));
  }

  private Report operations(BooksScope scope, Amounts amounts) {
    return new Report(
        ReportName.OPERATIONS.word(),
        List.of(
            "number",
            "kind",
            "businessDay",
            "date",
            "recordedAt",
            "performanceId",
            "title",
            "orderId",
            "actor",
            "cause",
            "tickets",
            "sales",
            "cash",
            "receivables",
            "settled",
            "entryNumber",
            "currency",
            "position"),
        each ->
            operations.forEach(
                scope,
                operation ->
                    each.accept(
                        List.of(
                            operation.number(),
                            operation.kind(),
                            operation.businessDay(),
                            operation.date(),
                            operation.recordedAt(),
                            orEmpty(operation.performanceId()),
                            orEmpty(operation.title()),
                            orEmpty(operation.orderId()),
                            operation.actor(),
                            operation.cause().toString(),
                            operation.tickets(),
                            amounts.of(operation.salesMinor()),
                            amounts.of(operation.cashMinor()),
                            amounts.of(operation.receivablesMinor()),
                            amounts.of(operation.settledMinor()),
                            orEmpty(operation.entryNumber()),
                            operation.currency(),
                            operation.position()))));
  }

  private Report receipts(BooksScope scope, Amounts amounts) {
    List<List<Object>> rows = new ArrayList<>();
    for (StatementOfReceipts statement : statements.ofPeriod(scope)) {
      for (StatementOfReceipts.Category category : statement.categories()) {
        rows.add(
            List.of(
                statement.performanceId().toString(),
                statement.production(),
                statement.venue(),
                statement.startsAt(),
                statement.capacity(),
                "TICKET",
                category.zone(),
                category.priceType(),
                category.priceTypeName(),
                amounts.of(category.priceMinor()),
                category.taxRate(),
                category.issued(),
                category.voided(),
                amounts.of(category.receiptsMinor()),
                amounts.of(category.netMinor()),
                amounts.of(category.taxMinor()),
                statement.currency()));
      }
      for (StatementOfReceipts.Beside beside : statement.beside()) {
        rows.add(
            List.of(
                statement.performanceId().toString(),
                statement.production(),
                statement.venue(),
                statement.startsAt(),
                statement.capacity(),
                beside.product(),
                "",
                "",
                orEmpty(beside.name()),
                "",
                beside.taxRate(),
                "",
                "",
                amounts.of(beside.grossMinor()),
                amounts.of(beside.netMinor()),
                amounts.of(beside.taxMinor()),
                statement.currency()));
      }
    }
    return Report.of(
        ReportName.RECEIPTS.word(),
        List.of(
            "performanceId",
            "production",
            "venue",
            "startsAt",
            "capacity",
            "product",
            "zone",
            "priceType",
            "priceTypeName",
            "price",
            "taxRate",
            "issued",
            "voided",
            "receipts",
            "net",
            "tax",
            "currency"),
        rows);
  }

  private Report closings(BooksScope scope, Amounts amounts) {
    List<List<Object>> rows = new ArrayList<>();
    for (ListedClosing closing : closings.ofPeriod(scope)) {
      rows.add(
          List.of(
              closing.number(),
              closing.kind(),
              closing.from(),
              closing.to(),
              closing.state(),
              amounts.of(closing.totalMinor()),
              amounts.of(closing.periodTotalMinor()),
              amounts.of(closing.perpetualTotalMinor()),
              amounts.of(closing.perpetualAbsoluteMinor()),
              closing.currency(),
              closing.position()));
    }
    return Report.of(
        ReportName.CLOSINGS.word(),
        List.of(
            "number",
            "kind",
            "from",
            "to",
            "state",
            "total",
            "periodTotal",
            "perpetualTotal",
            "perpetualAbsolute",
            "currency",
            "position"),
        rows);
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? "" : value instanceof Long number ? number : value.toString();
  }
}
