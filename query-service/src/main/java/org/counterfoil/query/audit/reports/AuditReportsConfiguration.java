package org.counterfoil.query.audit.reports;

import org.counterfoil.query.audit.lists.DisclosureQueries;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.counterfoil.query.audit.words.PurposeNames;
import org.counterfoil.query.audit.words.Readers;
import org.counterfoil.query.screen.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tables to take away. */
@Configuration(proxyBeanMethods = false)
@Import(AuditReportsEndpoint.class)
public class AuditReportsConfiguration {

  @Bean
  AuditReports auditReports(
      RegisterQueries register,
      DisclosureQueries disclosures,
      MessageSource words,
      Formats formats,
      PurposeNames names,
      Readers readers) {
    return new AuditReports(register, disclosures, words, formats, names, readers);
  }
}
