package org.counterfoil.query.accounts.pages;

import java.util.List;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.query.accounts.revenue.RevenueQueries;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.statements.SettlementQueries;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The accountant's pages by performance: statements of receipts, settlements, revenue. */
@Controller
class StatementsPageEndpoint {

  private static final String BOOKS = "/organisations/{organisationId}/accounts";

  private final StatementQueries statements;
  private final SettlementQueries settlements;
  private final RevenueQueries revenue;
  private final AccountsFrame frame;

  StatementsPageEndpoint(
      StatementQueries statements,
      SettlementQueries settlements,
      RevenueQueries revenue,
      AccountsFrame frame) {
    this.statements = statements;
    this.settlements = settlements;
    this.revenue = revenue;
    this.frame = frame;
  }

  @GetMapping(BOOKS + "/statements")
  String statements(AskedBooks books, Model model) {
    BooksScope scope = frame.scope(frame.fill(books, model), books, model);
    List<StatementOfReceipts> found = statements.ofPeriod(scope);
    model.addAttribute("statements", found);
    model.addAttribute(
        "receiptsMinor", found.stream().mapToLong(StatementOfReceipts::receiptsMinor).sum());
    model.addAttribute("taxMinor", found.stream().mapToLong(StatementOfReceipts::taxMinor).sum());
    model.addAttribute(
        "besideMinor", found.stream().mapToLong(StatementOfReceipts::besideMinor).sum());
    return "accounts/statements";
  }

  /** One performance: what was issued and received per category, and where its revenue stands. */
  @GetMapping(BOOKS + "/settlements/{performanceId}")
  String settlement(AskedBooks books, @PathVariable PerformanceId performanceId, Model model) {
    frame.fill(books, model);
    model.addAttribute(
        "s",
        settlements
            .of(books.allDays(), performanceId, books.reached())
            .orElseThrow(() -> StatementQueries.unknown(performanceId)));
    model.addAttribute("r", statements.ofPerformance(books.allDays(), performanceId).orElseThrow());
    return "accounts/settlement";
  }

  @GetMapping(BOOKS + "/revenue")
  String revenue(AskedBooks books, Model model) {
    BooksScope scope = frame.scope(frame.fill(books, model), books, model);
    model.addAttribute("r", revenue.of(scope, books.reached()));
    return "accounts/revenue";
  }
}
