package org.counterfoil.query.accounts.exports;

import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Exports for other programs. */
@Configuration(proxyBeanMethods = false)
@Import({DatevEndpoint.class, FecEndpoint.class})
public class ExportsConfiguration {

  @Bean
  FecExport fecExport(BooksSnapshot snapshot, JournalQueries journal) {
    return new FecExport(snapshot, journal);
  }

  @Bean
  DatevExport datevExport(JournalQueries journal) {
    return new DatevExport(journal);
  }
}
