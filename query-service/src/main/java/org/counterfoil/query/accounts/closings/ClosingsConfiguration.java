package org.counterfoil.query.accounts.closings;

import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Closings. */
@Configuration(proxyBeanMethods = false)
@Import({ClosingsEndpoint.class, OpenBooksEndpoint.class})
public class ClosingsConfiguration {

  /** Also what who closes books asks: {@link org.counterfoil.domain.accounting.BooksOverview}. */
  @Bean
  ClosingQueries closingQueries(
      BooksSnapshot snapshot,
      Checkpoints checkpoints,
      @Qualifier("accountsRunner") ProjectionRunner runner) {
    return new ClosingQueries(snapshot, checkpoints, runner);
  }
}
