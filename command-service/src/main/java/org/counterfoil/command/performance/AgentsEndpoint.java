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
import org.counterfoil.command.exchange.SellingAgents;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.organisation.OrganisationCommand.SetSalesAgents;
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

/** Says who sells on the organiser's account: all of its performances, or one. */
@RestController
@Tag(name = "Setting up")
final class AgentsEndpoint {

  private final Directory directory;
  private final OrganisationSettings settings;
  private final SellingAgents channels;

  AgentsEndpoint(Directory directory, OrganisationSettings settings, SellingAgents channels) {
    this.directory = directory;
    this.settings = settings;
    this.channels = channels;
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
    Currency currency = scheduled.priceList().currency();
    agents.forEach(
        agent -> requireAgreed(agent.organisationId(), scheduled.organisationId(), currency));
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(new SetAgents(performanceId, agents), events -> Answers.ok(sent.value()));
  }

  @PutMapping("/api/v1/organisations/{organisationId}/agents")
  @Operation(
      summary = "Name the organisations that sell on this one's account, for all performances",
      description =
          "Replaces what was set before, for later orders. A performance that names an agent of its"
              + " own for a channel has that one; one whose prices are in another currency than the"
              + " organisation's books has none of these. The channels WEB and COUNTER are always the"
              + " organisation's own. An agent agrees beforehand by PUT"
              + " /organisations/{id}/principals: 409 AGENT_HAS_NOT_AGREED. 400 CHANNEL_REPEATED,"
              + " AGENT_IS_ORGANISER, WRONG_CURRENCY.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = Agents.class)))
  ResponseEntity<byte[]> setAgentsOfAll(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<Agents> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    List<SalesAgent> agents = sent.value().agents();
    EventSize.check("agents", agents);
    Currency currency = directory.organisation(organisationId).currency();
    for (SalesAgent agent : agents) {
      if (!channels.mayHave(agent.channel())) {
        throw Problem.invalid(
                "agents",
                "Expected channels of others, but " + agent.channel() + " is always its own")
            .exception();
      }
      requireAgreed(agent.organisationId(), organisationId, currency);
    }
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new SetSalesAgents(organisationId, agents.stream().map(SellingAgents::named).toList()),
            events -> Answers.ok(sent.value()));
  }

  /** Nobody's books fill with money that it did not agree to take. */
  private void requireAgreed(OrganisationId agent, OrganisationId organiser, Currency prices) {
    Currency currency = directory.organisation(agent).currency();
    if (!agent.equals(organiser) && !settings.of(agent).sellsFor(organiser)) {
      throw RequestRejection.AGENT_HAS_NOT_AGREED.because(
          "agents",
          "Expected an organisation that is ready to sell for this one, but " + agent + " is not");
    }
    if (!currency.equals(prices)) {
      throw Problem.refused(
              PerformanceRejection.WRONG_CURRENCY,
              "Expected an agent whose books are in " + prices + ", but they are in " + currency)
          .exception();
    }
  }
}
