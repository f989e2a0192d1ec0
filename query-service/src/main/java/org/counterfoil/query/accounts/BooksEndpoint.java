package org.counterfoil.query.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.position.Positions;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books of an organisation, for its accountant and its auditor. */
@RestController
@Tag(name = "Accounts")
class BooksEndpoint {

  static final String AS_OF =
      "A position of the log or a time: the books as they stood after it. The newest where it is"
          + " missing.";
  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final JournalQueries journal;
  private final LedgerQueries ledgers;
  private final OperationQueries operations;
  private final BooksReads reads;
  private final Clock clock;

  BooksEndpoint(
      JournalQueries journal,
      LedgerQueries ledgers,
      OperationQueries operations,
      BooksReads reads,
      Clock clock) {
    this.journal = journal;
    this.ledgers = ledgers;
    this.operations = operations;
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping(BOOKS + "/journal")
  @Operation(summary = "Entries in the order of their numbers, by accounting date")
  ResponseEntity<Page<JournalEntry>> journal(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return answer(journal.page(scope, page), reached);
  }

  @GetMapping(BOOKS + "/trial-balance")
  @Operation(summary = "The balance of every account")
  ResponseEntity<TrialBalance> trialBalance(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return answer(ledgers.trialBalance(scope, reached), reached);
  }

  @GetMapping(BOOKS + "/vat")
  @Operation(
      summary = "Tax that became due, by rate",
      description =
          "Per ticket, net is gross / (1 + rate) rounded half up to the cent, and tax is the rest;"
              + " totals are sums of these amounts, which were frozen with the sale.")
  ResponseEntity<VatReport> vat(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return answer(ledgers.vat(scope, reached), reached);
  }

  @GetMapping(BOOKS + "/ledgers")
  @Operation(
      summary = "Sales ledger and cash ledger",
      description = "sales = cash + receivables − settled receivables, at every instant")
  ResponseEntity<Ledgers> ledgers(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return answer(ledgers.ledgers(scope, reached), reached);
  }

  @GetMapping(BOOKS + "/operations")
  @Operation(summary = "Every numbered operation and what caused it")
  ResponseEntity<Page<ListedOperation>> operations(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @Parameter(description = "Those for training, which have a series of their own")
          @RequestParam(defaultValue = "false")
          boolean training,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      PageRequest page,
      MinPosition minPosition,
      Access access) {
    BooksScope scope = new BooksScope(organisationId, from, to, AsOf.asked(asOf, clock));
    long reached = reads.reached(organisationId, minPosition, scope.asOf(), access);
    return answer(operations.page(scope, training, page), reached);
  }

  static <T> ResponseEntity<T> answer(T body, long reached) {
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(body);
  }
}
