package org.counterfoil.query.accounts.statements;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Statements of receipts, and settlements. */
@Configuration(proxyBeanMethods = false)
@Import(StatementsEndpoint.class)
public class StatementsConfiguration {

  @Bean
  StatementQueries statementQueries(BooksSnapshot snapshot) {
    return new StatementQueries(snapshot);
  }

  @Bean
  SettlementQueries settlementQueries(BooksSnapshot snapshot, StatementQueries statements) {
    return new SettlementQueries(snapshot, statements);
  }
}
