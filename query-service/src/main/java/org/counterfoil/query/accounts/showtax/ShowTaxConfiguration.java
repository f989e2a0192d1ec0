package org.counterfoil.query.accounts.showtax;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The tax on shows. */
@Configuration(proxyBeanMethods = false)
@Import(ShowTaxEndpoint.class)
public class ShowTaxConfiguration {

  @Bean
  ShowTaxQueries showTaxQueries(BooksSnapshot snapshot) {
    return new ShowTaxQueries(snapshot);
  }
}
