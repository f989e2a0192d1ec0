package org.counterfoil.query.accounts.pages;

import org.counterfoil.query.accounts.agents.AgentQueries;
import org.counterfoil.query.accounts.scope.AskedBooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accountant's page of agents: what was sold for whom, and who owes it. */
@Controller
class AgentsPageEndpoint {

  private final AgentQueries agents;
  private final AccountsFrame frame;

  AgentsPageEndpoint(AgentQueries agents, AccountsFrame frame) {
    this.agents = agents;
    this.frame = frame;
  }

  @GetMapping("/organisations/{organisationId}/accounts/agents")
  String agents(AskedBooks books, Model model) {
    model.addAttribute(
        "a", agents.of(frame.scope(frame.fill(books, model), books, model), books.reached()));
    return "accounts/agents";
  }
}
