package org.counterfoil.query.accounts.reports;

import java.util.List;
import org.counterfoil.query.accounts.agents.AgentBalances;
import org.counterfoil.query.table.Report;

/** What agents and organisers owe each other as a table. */
final class AgentsTable {

  private static final List<String> COLUMNS =
      List.of(
          "organisationId",
          "name",
          "soldByIt",
          "refundedByIt",
          "soldForIt",
          "refundedForIt",
          "settledReceived",
          "settledPaid",
          "owed",
          "currency");

  private AgentsTable() {}

  static Report of(AgentBalances balances, Amounts amounts) {
    List<List<Object>> rows =
        balances.agents().stream().map(line -> row(line, balances, amounts)).toList();
    return Report.of(ReportName.AGENTS.word(), COLUMNS, rows);
  }

  private static List<Object> row(AgentBalances.Line line, AgentBalances all, Amounts amounts) {
    return List.of(
        line.organisationId().toString(),
        line.name(),
        amounts.of(line.soldByItMinor()),
        amounts.of(line.refundedByItMinor()),
        amounts.of(line.soldForItMinor()),
        amounts.of(line.refundedForItMinor()),
        amounts.of(line.receivedMinor()),
        amounts.of(line.paidMinor()),
        amounts.of(line.owedMinor()),
        all.currency());
  }
}
