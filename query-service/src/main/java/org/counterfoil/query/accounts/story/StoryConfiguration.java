package org.counterfoil.query.accounts.story;

import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stories of tickets. */
@Configuration(proxyBeanMethods = false)
public class StoryConfiguration {

  @Bean
  TicketStories ticketStories(
      BooksSnapshot snapshot, EventLog log, Checkpoints checkpoints, LogProofs proofs) {
    return new TicketStories(snapshot, log, checkpoints, proofs);
  }
}
