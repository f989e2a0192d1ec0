package org.counterfoil.query.accounts.revenue;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Deferred and earned revenue. */
@Configuration(proxyBeanMethods = false)
@Import(RevenueEndpoint.class)
public class RevenueConfiguration {

  @Bean
  RevenueQueries revenueQueries(BooksSnapshot snapshot, OrganisationQueries organisations) {
    return new RevenueQueries(snapshot, organisations);
  }
}
