package org.counterfoil.query.accounts.payouts;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Payouts. */
@Configuration(proxyBeanMethods = false)
@Import(PayoutsEndpoint.class)
public class PayoutsConfiguration {

  @Bean
  PayoutQueries payoutQueries(BooksSnapshot snapshot) {
    return new PayoutQueries(snapshot);
  }
}
