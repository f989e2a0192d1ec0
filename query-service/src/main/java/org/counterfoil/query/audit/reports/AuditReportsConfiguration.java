package org.counterfoil.query.audit.reports;

import org.counterfoil.query.audit.lists.DisclosureQueries;
import org.counterfoil.query.audit.register.RegisterQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Tables to take away. */
@Configuration(proxyBeanMethods = false)
@Import(AuditReportsEndpoint.class)
public class AuditReportsConfiguration {

  @Bean
  AuditReports auditReports(RegisterQueries register, DisclosureQueries disclosures) {
    return new AuditReports(register, disclosures);
  }
}
