package org.counterfoil.query.accounts.reports;

import java.util.List;
import org.counterfoil.query.accounts.revenue.RevenueReport;
import org.counterfoil.query.table.Report;

/** Deferred and earned revenue as a table. */
final class RevenueTable {

  private static final List<String> COLUMNS =
      List.of(
          "performanceId",
          "title",
          "startsAt",
          "state",
          "account",
          "opening",
          "received",
          "refunded",
          "earned",
          "closing",
          "currency");

  private RevenueTable() {}

  static Report of(RevenueReport revenue, Amounts amounts) {
    List<List<Object>> rows =
        revenue.performances().stream().map(line -> row(line, revenue, amounts)).toList();
    return Report.of(ReportName.REVENUE.word(), COLUMNS, rows);
  }

  private static List<Object> row(RevenueReport.Line line, RevenueReport revenue, Amounts amounts) {
    return List.of(
        line.performanceId().toString(),
        line.title(),
        line.startsAt(),
        line.state(),
        revenue.account(),
        amounts.of(line.openingMinor()),
        amounts.of(line.receivedMinor()),
        amounts.of(line.refundedMinor()),
        amounts.of(line.earnedMinor()),
        amounts.of(line.closingMinor()),
        revenue.currency());
  }
}
