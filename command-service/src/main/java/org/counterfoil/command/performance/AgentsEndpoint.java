package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says who sells a performance on the organiser's account. */
@RestController
@Tag(name = "Setting up")
final class AgentsEndpoint {

  private final Directory directory;
  private final OrganisationSettings settings;

  AgentsEndpoint(Directory directory, OrganisationSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** Who sells, each through a channel of its own. */
  record Agents(List<SalesAgent> agents) {}

  @PutMapping("/api/v1/performances/{performanceId}/agents")
  @Operation(
      summary = "Name the organisations that sell on the organiser's account",
      description =
          "Replaces what was set before, for later orders. Each sells through its channel with a"
              + " token of the role CHANNEL that the organiser issued it; what is paid for these"
              + " orders is in its till and its books, and it owes the organiser the money. An agent"
              + " agrees beforehand by PUT /organisations/{id}/principals: 409"
              + " AGENT_HAS_NOT_AGREED. 400 CHANNEL_REPEATED, AGENT_IS_ORGANISER, WRONG_CURRENCY.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = Agents.class)))
  ResponseEntity<byte[]> setAgents(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<Agents> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    List<SalesAgent> agents = sent.value().agents();
    EventSize.check("agents", agents);
    agents.forEach(agent -> requireAgreed(agent.organisationId(), scheduled));
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(new SetAgents(performanceId, agents), events -> Answers.ok(sent.value()));
  }

  /** Nobody's books fill with money that it did not agree to take. */
  private void requireAgreed(OrganisationId agent, PerformanceScheduled scheduled) {
    Currency currency = directory.organisation(agent).currency();
    if (!agent.equals(scheduled.organisationId())
        && !settings.of(agent).sellsFor(scheduled.organisationId())) {
      throw RequestRejection.AGENT_HAS_NOT_AGREED.because(
          "agents",
          "Expected an organisation that is ready to sell for this one, but " + agent + " is not");
    }
    if (!currency.equals(scheduled.priceList().currency())) {
      throw Problem.refused(
              PerformanceRejection.WRONG_CURRENCY,
              "Expected an agent whose books are in "
                  + scheduled.priceList().currency()
                  + ", but they are in "
                  + currency)
          .exception();
    }
  }
}
