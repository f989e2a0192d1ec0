package org.counterfoil.query.accounts.statements;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements per performance: of receipts, and settlements. */
@RestController
@Tag(name = "Accounts")
class StatementsEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final StatementQueries statements;
  private final SettlementQueries settlements;

  StatementsEndpoint(StatementQueries statements, SettlementQueries settlements) {
    this.statements = statements;
    this.settlements = settlements;
  }

  /** One statement for each performance. */
  record Statements(List<StatementOfReceipts> items, long receiptsMinor, long taxMinor) {
    static Statements of(List<StatementOfReceipts> items) {
      return new Statements(
          items,
          items.stream().mapToLong(StatementOfReceipts::receiptsMinor).sum(),
          items.stream().mapToLong(StatementOfReceipts::taxMinor).sum());
    }
  }

  @GetMapping(BOOKS + "/statements-of-receipts")
  @Operation(
      summary = "What was issued and received, per category",
      description = "Of one performance, or of a business day for each performance that had any.")
  ResponseEntity<Statements> statements(
      AskedBooks books,
      @RequestParam(required = false) @Nullable PerformanceId performanceId,
      @RequestParam(required = false) @Nullable LocalDate day) {
    return books.answer(Statements.of(statements.asked(books, performanceId, day)));
  }

  @GetMapping(BOOKS + "/settlements/{performanceId}")
  @Operation(summary = "The statement between venue and organisation for one performance")
  ResponseEntity<Settlement> settlement(
      AskedBooks books, @PathVariable PerformanceId performanceId) {
    return books.answer(
        settlements
            .of(books.allDays(), performanceId, books.reached())
            .orElseThrow(() -> StatementQueries.unknown(performanceId)));
  }
}
