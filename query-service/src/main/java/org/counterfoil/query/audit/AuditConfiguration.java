package org.counterfoil.query.audit;

import org.counterfoil.http.access.AccessTable;
import org.counterfoil.query.audit.lists.ListsConfiguration;
import org.counterfoil.query.audit.pages.PagesConfiguration;
import org.counterfoil.query.audit.recording.RecordingConfiguration;
import org.counterfoil.query.audit.register.RegisterConfiguration;
import org.counterfoil.query.audit.reports.AuditReportsConfiguration;
import org.counterfoil.query.audit.scope.ScopeConfiguration;
import org.counterfoil.query.audit.subject.SubjectConfiguration;
import org.counterfoil.query.audit.words.WordsConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What happened to personal data, and what is answered about it. */
@Configuration(proxyBeanMethods = false)
@Import({
  RecordingConfiguration.class,
  ScopeConfiguration.class,
  SubjectConfiguration.class,
  RegisterConfiguration.class,
  ListsConfiguration.class,
  PagesConfiguration.class,
  AuditReportsConfiguration.class,
  WordsConfiguration.class
})
public class AuditConfiguration {

  @Bean
  AccessTable auditAccess() {
    return AuditAccess.table();
  }
}
