package org.counterfoil.query.accounts.papers;

import org.counterfoil.query.accounts.reports.Reports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Documents and archives. */
@Configuration(proxyBeanMethods = false)
@Import(PapersEndpoint.class)
public class PapersConfiguration {

  @Bean
  ClosingArchive closingArchive(Reports reports) {
    return new ClosingArchive(reports);
  }
}
