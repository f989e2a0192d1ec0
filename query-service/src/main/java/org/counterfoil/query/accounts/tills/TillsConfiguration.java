package org.counterfoil.query.accounts.tills;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Till sessions. */
@Configuration(proxyBeanMethods = false)
@Import(TillsEndpoint.class)
public class TillsConfiguration {

  @Bean
  TillQueries tillQueries(BooksSnapshot snapshot) {
    return new TillQueries(snapshot);
  }
}
