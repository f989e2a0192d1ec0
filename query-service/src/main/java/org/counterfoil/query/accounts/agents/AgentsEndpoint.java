package org.counterfoil.query.accounts.agents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What agents and organisers owe each other. */
@RestController
@Tag(name = "Accounts")
class AgentsEndpoint {

  private final AgentQueries agents;

  AgentsEndpoint(AgentQueries agents) {
    this.agents = agents;
  }

  @GetMapping("/api/v1/accounting/{organisationId}/agents")
  @Operation(
      summary = "What those who sell for an organisation, or for whom it sells, owe it",
      description =
          "For each: what was sold, given back and settled on the days that are asked for, and what"
              + " is owed at their end, all of which is the balance of the account between"
              + " organisations (467). owedMinor is negative where this organisation owes.")
  ResponseEntity<AgentBalances> agents(AskedBooks books) {
    return books.answer(agents.of(books.scope(), books.reached()));
  }
}
