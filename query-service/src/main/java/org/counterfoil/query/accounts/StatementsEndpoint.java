package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
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
    return books.answer(Statements.of(find(books, performanceId, day)));
  }

  /** Of one performance, or of one business day. */
  List<StatementOfReceipts> find(
      AskedBooks books, @Nullable PerformanceId performanceId, @Nullable LocalDate day) {
    if ((performanceId == null) == (day == null)) {
      throw Problem.invalid(
              "performanceId", "Expected either performanceId or day, but got both or none")
          .exception();
    }
    return day == null
        ? List.of(
            statements
                .ofPerformance(books.allDays(), Objects.requireNonNull(performanceId))
                .orElseThrow(() -> unknown(performanceId)))
        : statements.ofDay(books.scope().within(day, day), day);
  }

  @GetMapping(BOOKS + "/settlements/{performanceId}")
  @Operation(summary = "The statement between venue and organisation for one performance")
  ResponseEntity<Settlement> settlement(
      AskedBooks books, @PathVariable PerformanceId performanceId) {
    return books.answer(
        settlements
            .of(books.allDays(), performanceId, books.reached())
            .orElseThrow(() -> unknown(performanceId)));
  }

  private static ProblemException unknown(PerformanceId id) {
    return Problem.refused(
            PerformanceRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance of this organisation, but there is none with id " + id)
        .exception();
  }
}
