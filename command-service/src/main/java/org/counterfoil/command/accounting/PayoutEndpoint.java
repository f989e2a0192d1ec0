package org.counterfoil.command.accounting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.accounting.AccountingCommand.RecordPayout;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.accounting.ProviderReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records what payment providers pay over. */
@RestController
@Tag(name = "Accounts")
final class PayoutEndpoint {

  private final Directory directory;

  PayoutEndpoint(Directory directory) {
    this.directory = directory;
  }

  /**
   * A payout.
   *
   * @param amountMinor what arrived on the bank account
   * @param lines what it is made of, gross less fees
   * @param settlementFile the same as the provider's own file, CSV, in place of lines
   */
  record PayoutWish(
      @Schema(example = "stripe") ProviderName provider,
      @Schema(example = "po_1QxYz") ProviderReference reference,
      @Schema(example = "2026-11-27") LocalDate arrivedOn,
      @Schema(example = "2465") long amountMinor,
      @Nullable List<PayoutLine> lines,
      @Schema(example = "reference,gross,fee\\npi_4711,25.00,0.35\\n")
          @Nullable String settlementFile) {}

  /** What was recorded. */
  record RecordedPayout(
      ProviderName provider,
      ProviderReference reference,
      Currency currency,
      long amountMinor,
      int lines) {}

  @PostMapping("/api/v1/accounting/{organisationId}/payouts")
  @Operation(
      summary = "Record a provider's payout",
      description =
          "By its lines or the provider's settlement file, which must add up to what arrived:"
              + " PAYOUT_DOES_NOT_ADD_UP. Repeating it changes nothing; another content under a"
              + " known reference is 409 PAYOUT_KNOWN. What it does not agree in with the payments"
              + " is listed by GET …/payouts, and is no reason to refuse it: the money has arrived.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = RecordedPayout.class)))
  ResponseEntity<byte[]> record(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<PayoutWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Currency currency = directory.organisation(organisationId).currency();
    PayoutWish wish = sent.value();
    PayoutRecorded payout =
        new PayoutRecorded(
            organisationId,
            wish.provider(),
            wish.reference(),
            wish.arrivedOn(),
            currency,
            wish.amountMinor(),
            lines(wish, currency));
    EventSize.check("lines", payout.lines());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new RecordPayout(payout),
            events ->
                Answers.created(
                    new RecordedPayout(
                        payout.provider(),
                        payout.reference(),
                        currency,
                        payout.amountMinor(),
                        payout.lines().size())));
  }

  private static List<PayoutLine> lines(PayoutWish wish, Currency currency) {
    if ((wish.lines() == null) == (wish.settlementFile() == null)) {
      throw Problem.invalid("lines", "Expected lines or a settlementFile, but got both or neither")
          .exception();
    }
    return wish.lines() == null
        ? SettlementFile.read(
            String.valueOf(wish.settlementFile()), currency.getDefaultFractionDigits())
        : wish.lines();
  }
}
