package org.counterfoil.command.accounting;

import java.time.Clock;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Closes books by itself in a process that keeps them too. */
@Configuration(proxyBeanMethods = false)
class AccountingConfiguration {

  @Bean
  SmartLifecycle closingProcess(
      ObjectProvider<BooksOverview> books, Lanes lanes, TimeOrderedIds ids, Clock clock) {
    return new ClosingsWhereBooksAre(
        books, overview -> new ClosingProcess(overview, lanes, ids::next, clock));
  }
}
