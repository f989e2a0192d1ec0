package org.counterfoil.query.accounts.story;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stories of tickets. */
@Configuration(proxyBeanMethods = false)
public class StoryConfiguration {

  @Bean
  TicketStories ticketStories(BooksSnapshot snapshot) {
    return new TicketStories(snapshot);
  }
}
