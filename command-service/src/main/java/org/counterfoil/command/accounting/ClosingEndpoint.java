package org.counterfoil.command.accounting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingCommand.SetChart;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Closes periods, and sets by which chart is booked. */
@RestController
@Tag(name = "Accounts")
final class ClosingEndpoint {

  private static final String BOOKS = "/api/v1/accounting/{organisationId}";

  private final Directory directory;
  private final EventLog log;
  private final BooksAtHand books;

  ClosingEndpoint(Directory directory, EventLog log, BooksAtHand books) {
    this.directory = directory;
    this.log = log;
    this.books = books;
  }

  /**
   * A period to be closed.
   *
   * @param date any day of it
   */
  record ClosingWish(
      @Schema(example = "DAY") ClosingKind kind, @Schema(example = "2026-12-01") LocalDate date) {}

  /** What began: the period asked for, and each day and month of it that was open. */
  record ClosingsBegun(List<Begun> closings) {}

  /** One closing; its totals are found at the position of its beginning. */
  record Begun(int number, ClosingKind kind, LocalDate from, LocalDate to) {}

  @PostMapping(BOOKS + "/closings")
  @Operation(
      summary = "Close a day, a month or a fiscal year",
      description =
          "Once, and only when it is over; a month or year only when every performance that has"
              + " started in it is completed or cancelled. Days and months in it that are open are"
              + " closed with it.")
  @ApiResponse(
      responseCode = "201",
      description = "Closed",
      content = @Content(schema = @Schema(implementation = ClosingsBegun.class)))
  ResponseEntity<byte[]> close(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<ClosingWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    OpenBooks open = open(organisationId);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new StartClosing(
                organisationId,
                sent.value().kind(),
                sent.value().date(),
                open.calendar(),
                open.openedOn(),
                open.unfinishedSince(),
                false),
            ClosingEndpoint::begun);
  }

  private OpenBooks open(OrganisationId organisation) {
    return books.ask(kept -> kept.of(organisation, log.lastPosition()));
  }

  @PutMapping(BOOKS + "/chart")
  @Operation(
      summary = "Set numbers, codes and labels of accounts and journals",
      description = "They count for later entries. What is not named stands under its usual ones.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = ChartOfAccounts.class)))
  ResponseEntity<byte[]> setChart(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<ChartOfAccounts> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    EventSize.check("accounts", sent.value().accounts());
    EventSize.check("journals", sent.value().journals());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetChart(organisationId, sent.value()),
            events -> Answers.ok(sent.value().complete()));
  }

  private static Answer begun(List<Event> events) {
    return Answers.created(
        new ClosingsBegun(
            events.stream()
                .map(ClosingStarted.class::cast)
                .map(
                    started ->
                        new Begun(started.number(), started.kind(), started.from(), started.to()))
                .toList()));
  }
}
