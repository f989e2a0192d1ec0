package org.counterfoil.query.accounts.reports;

import org.counterfoil.query.accounts.agents.AgentQueries;
import org.counterfoil.query.accounts.closings.ClosingQueries;
import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.journal.OperationQueries;
import org.counterfoil.query.accounts.ledgers.LedgerQueries;
import org.counterfoil.query.accounts.revenue.RevenueQueries;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Reports. */
@Configuration(proxyBeanMethods = false)
@Import(ReportsEndpoint.class)
public class ReportsConfiguration {

  @Bean
  Reports reports(
      JournalQueries journal,
      LedgerQueries ledgers,
      OperationQueries operations,
      StatementQueries statements,
      RevenueQueries revenue,
      AgentQueries agents,
      ClosingQueries closings) {
    return new Reports(journal, ledgers, operations, statements, revenue, agents, closings);
  }
}
