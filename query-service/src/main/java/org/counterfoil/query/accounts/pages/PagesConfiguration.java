package org.counterfoil.query.accounts.pages;

import org.counterfoil.query.screen.ScreenTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pages, and their words. */
@Configuration(proxyBeanMethods = false)
@Import({AccountsDetailPageEndpoint.class, AccountsPageEndpoint.class})
public class PagesConfiguration {

  @Bean
  ScreenTexts accountsTexts() {
    return new ScreenTexts("org.counterfoil.query.accounts.pages.messages");
  }
}
