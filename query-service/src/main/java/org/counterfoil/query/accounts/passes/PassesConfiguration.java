package org.counterfoil.query.accounts.passes;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Passes. */
@Configuration(proxyBeanMethods = false)
@Import(PassesEndpoint.class)
public class PassesConfiguration {

  @Bean
  PassQueries passQueries(BooksSnapshot snapshot) {
    return new PassQueries(snapshot);
  }
}
