package org.counterfoil.query.accounts.agents;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Agents and organisers. */
@Configuration(proxyBeanMethods = false)
@Import(AgentsEndpoint.class)
public class AgentsConfiguration {

  @Bean
  AgentQueries agentQueries(BooksSnapshot snapshot) {
    return new AgentQueries(snapshot);
  }
}
