package org.counterfoil.query.accounts.ledgers;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Ledgers, balances and tax. */
@Configuration(proxyBeanMethods = false)
@Import(LedgersEndpoint.class)
public class LedgersConfiguration {

  @Bean
  LedgerQueries ledgerQueries(BooksSnapshot snapshot) {
    return new LedgerQueries(snapshot);
  }
}
