package org.counterfoil.command.accounting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.accounting.AccountingCommand.SettleWithAgent;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Records what agents and organisers pay each other. */
@RestController
@Tag(name = "Accounts")
final class AgentSettlementEndpoint {

  private final Directory directory;

  AgentSettlementEndpoint(Directory directory) {
    this.directory = directory;
  }

  /**
   * Money that went from one to the other.
   *
   * @param organisationId the other one
   * @param reference of the transfer or the cheque
   * @param amountMinor what was received; negative where it was paid
   */
  record SettlementWish(
      OrganisationId organisationId,
      @Schema(example = "TRANSFER") PaymentMethod method,
      @Schema(example = "VIR-4711") @Nullable PaymentReference reference,
      @Schema(example = "2500") long amountMinor) {}

  /** What was recorded. */
  record RecordedSettlement(
      OrganisationId organisationId, PaymentMethod method, Currency currency, long amountMinor) {}

  @PostMapping("/api/v1/accounting/{organisationId}/agent-settlements")
  @Operation(
      summary = "Record that an agent and an organiser settled",
      description =
          "Each of the two records it in its own books, when the money is on its own account."
              + " amountMinor is what was received; negative where it was paid. 400"
              + " NOTHING_SETTLED, SETTLED_WITH_ITSELF.")
  @ApiResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = RecordedSettlement.class)))
  ResponseEntity<byte[]> record(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<SettlementWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Currency currency = directory.organisation(organisationId).currency();
    SettlementWish wish = sent.value();
    directory.organisation(wish.organisationId());
    AgentSettled settled =
        new AgentSettled(
            organisationId,
            wish.organisationId(),
            wish.method(),
            wish.reference(),
            currency,
            wish.amountMinor());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SettleWithAgent(settled),
            events ->
                Answers.created(
                    new RecordedSettlement(
                        settled.otherId(), settled.method(), currency, settled.amountMinor())));
  }
}
