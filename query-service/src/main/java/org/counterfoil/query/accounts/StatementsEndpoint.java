package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.live.AsOf;
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
  private final BooksReads reads;
  private final Clock clock;

  StatementsEndpoint(
      StatementQueries statements, SettlementQueries settlements, BooksReads reads, Clock clock) {
    this.statements = statements;
    this.settlements = settlements;
    this.reads = reads;
    this.clock = clock;
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
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable PerformanceId performanceId,
      @RequestParam(required = false) @Nullable LocalDate day,
      @Parameter(description = BooksEndpoint.AS_OF) @RequestParam(required = false)
          @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, day, day, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    if ((performanceId == null) == (day == null)) {
      throw Problem.invalid(
              "performanceId", "Expected either performanceId or day, but got both or none")
          .exception();
    }
    List<StatementOfReceipts> items =
        day == null
            ? List.of(
                statements
                    .ofPerformance(scope, Objects.requireNonNull(performanceId))
                    .orElseThrow(() -> unknown(performanceId)))
            : statements.ofDay(scope, day);
    return BooksEndpoint.answer(Statements.of(items), reached);
  }

  @GetMapping(BOOKS + "/settlements/{performanceId}")
  @Operation(summary = "The statement between venue and organisation for one performance")
  ResponseEntity<Settlement> settlement(
      @PathVariable OrganisationId organisationId,
      @PathVariable PerformanceId performanceId,
      @Parameter(description = BooksEndpoint.AS_OF) @RequestParam(required = false)
          @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = BooksScope.all(organisationId, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return BooksEndpoint.answer(
        settlements.of(scope, performanceId, reached).orElseThrow(() -> unknown(performanceId)),
        reached);
  }

  private static ProblemException unknown(PerformanceId id) {
    return Problem.refused(
            PerformanceRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance of this organisation, but there is none with id " + id)
        .exception();
  }
}
