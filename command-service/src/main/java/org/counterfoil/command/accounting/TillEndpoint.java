package org.counterfoil.command.accounting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Currency;
import org.counterfoil.command.accounting.TillSessions.Beginning;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.accounting.AccountingRejection;
import org.counterfoil.domain.accounting.TillCommand.BankTill;
import org.counterfoil.domain.accounting.TillCommand.CountTill;
import org.counterfoil.domain.accounting.TillCommand.OpenTill;
import org.counterfoil.domain.accounting.TillCommand.RecordBanking;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens, counts and banks tills. A till is its keeper's: whoever opens it takes the cash. */
@RestController
@Tag(name = "Accounts")
final class TillEndpoint {

  private static final String TILLS = "/api/v1/accounting/{organisationId}/till-sessions";

  private final Directory directory;
  private final EventLog log;
  private final BooksAtHand books;
  private final TillSessions sessions;

  TillEndpoint(Directory directory, EventLog log, BooksAtHand books, TillSessions sessions) {
    this.directory = directory;
    this.log = log;
    this.books = books;
    this.sessions = sessions;
  }

  /** A till with its change. */
  record TillWish(@Schema(example = "15000") long floatMinor) {}

  /** A session that began. */
  record OpenedTill(int session, long floatMinor, Currency currency) {}

  /** What was found. */
  record CountWish(@Schema(example = "40250") long countedMinor) {}

  /**
   * A session that ended; amounts in minor units.
   *
   * @param expectedMinor the float and what was taken
   * @param differenceMinor what is there too much; negative where something is missing
   */
  record CountedTill(
      int session,
      long floatMinor,
      long takingsMinor,
      long expectedMinor,
      long countedMinor,
      long differenceMinor,
      Currency currency) {}

  /** What goes to the bank. */
  record BankingWish(@Schema(example = "25000") long amountMinor) {}

  /** Cash on its way to the bank. */
  record BankedTill(int session, long amountMinor, Currency currency) {}

  /** When the bank had it. */
  record ArrivalWish(@Schema(example = "2026-12-02") LocalDate arrivedOn) {}

  /** Cash that the bank has. */
  record ArrivedBanking(int session, LocalDate arrivedOn) {}

  @PostMapping(TILLS)
  @Operation(
      summary = "Open a till with its float",
      description =
          "It is the caller's: what the caller takes and pays out in cash is in it until it is"
              + " counted. One at a time: 409 TILL_OPEN.")
  @ApiResponse(
      responseCode = "201",
      description = "Open",
      content = @Content(schema = @Schema(implementation = OpenedTill.class)))
  ResponseEntity<byte[]> open(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<TillWish> sent,
      Exchange exchange) {
    Currency currency = permitted(organisationId, exchange);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new OpenTill(organisationId, exchange.access().actor(), sent.value().floatMinor()),
            events -> {
              TillOpened opened = (TillOpened) events.getFirst();
              return Answers.created(
                  new OpenedTill(opened.session(), opened.floatMinor(), currency));
            });
  }

  @PostMapping(TILLS + "/{session}/count")
  @Operation(
      summary = "End a till session with what was counted",
      description =
          "A difference from the float and the takings is booked by itself, as 658 or 758 unless"
              + " the chart says otherwise. Once: 409 TILL_COUNTED.")
  @ApiResponse(
      responseCode = "201",
      description = "Counted",
      content = @Content(schema = @Schema(implementation = CountedTill.class)))
  ResponseEntity<byte[]> count(
      @PathVariable OrganisationId organisationId,
      @PathVariable int session,
      @RequestBody Sent<CountWish> sent,
      Exchange exchange) {
    Currency currency = permitted(organisationId, exchange);
    Beginning beginning =
        sessions
            .find(organisationId, session)
            .orElseThrow(
                () ->
                    Problem.refused(
                            AccountingRejection.UNKNOWN_TILL_SESSION,
                            "Expected a till session, but there is none of number " + session)
                        .exception());
    long through = log.lastPosition();
    long takings =
        books.ask(
            kept ->
                kept.cashTaken(
                    organisationId, beginning.opened().keeper(), beginning.position(), through));
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new CountTill(organisationId, session, through, takings, sent.value().countedMinor()),
            events -> Answers.created(counted((TillCounted) events.getFirst(), currency)));
  }

  private static CountedTill counted(TillCounted counted, Currency currency) {
    return new CountedTill(
        counted.session(),
        counted.floatMinor(),
        counted.takingsMinor(),
        counted.floatMinor() + counted.takingsMinor(),
        counted.countedMinor(),
        counted.differenceMinor(),
        currency);
  }

  @PostMapping(TILLS + "/{session}/banking")
  @Operation(
      summary = "Send cash of a counted till to the bank",
      description = "What is not sent stays as change. 409 TILL_NOT_COUNTED, TILL_BANKED.")
  @ApiResponse(
      responseCode = "201",
      description = "On its way",
      content = @Content(schema = @Schema(implementation = BankedTill.class)))
  ResponseEntity<byte[]> bank(
      @PathVariable OrganisationId organisationId,
      @PathVariable int session,
      @RequestBody Sent<BankingWish> sent,
      Exchange exchange) {
    Currency currency = permitted(organisationId, exchange);
    long amount = sent.value().amountMinor();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new BankTill(organisationId, session, amount),
            events -> Answers.created(new BankedTill(session, amount, currency)));
  }

  @PostMapping(TILLS + "/{session}/banking/arrival")
  @Operation(
      summary = "Record that the bank has the cash of a till",
      description = "Repeating it with the same day changes nothing.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = ArrivedBanking.class)))
  ResponseEntity<byte[]> arrive(
      @PathVariable OrganisationId organisationId,
      @PathVariable int session,
      @RequestBody Sent<ArrivalWish> sent,
      Exchange exchange) {
    permitted(organisationId, exchange);
    LocalDate day = sent.value().arrivedOn();
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new RecordBanking(organisationId, session, day),
            events -> Answers.created(new ArrivedBanking(session, day)));
  }

  private Currency permitted(OrganisationId organisation, Exchange exchange) {
    exchange.access().permit(organisation);
    return directory.organisation(organisation).currency();
  }
}
