package org.counterfoil.query.accounts.journal;

import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Journal and operations. */
@Configuration(proxyBeanMethods = false)
@Import(JournalEndpoint.class)
public class JournalConfiguration {

  @Bean
  JournalQueries journalQueries(BooksSnapshot snapshot) {
    return new JournalQueries(snapshot);
  }

  @Bean
  OperationQueries operationQueries(BooksSnapshot snapshot) {
    return new OperationQueries(snapshot);
  }
}
