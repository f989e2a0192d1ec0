package org.counterfoil.query.accounts.pages;

import java.time.Clock;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.screen.ScreenTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pages, and their words. */
@Configuration(proxyBeanMethods = false)
@Import({
  AccountsDetailPageEndpoint.class,
  AccountsPageEndpoint.class,
  AgentsPageEndpoint.class,
  InvoicesPageEndpoint.class,
  PassesPageEndpoint.class,
  StatementsPageEndpoint.class,
  VouchersPageEndpoint.class
})
public class PagesConfiguration {

  @Bean
  AccountsFrame accountsFrame(OrganisationQueries organisations, Clock clock) {
    return new AccountsFrame(organisations, clock);
  }

  @Bean
  ScreenTexts accountsTexts() {
    return new ScreenTexts("org.counterfoil.query.accounts.pages.messages");
  }
}
