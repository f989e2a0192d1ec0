package org.counterfoil.query.audit.lists;

import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What happened to personal data of many. */
@Configuration(proxyBeanMethods = false)
@Import({ListsEndpoint.class, ImportsEndpoint.class})
public class ListsConfiguration {

  @Bean
  CaptureQueries captureQueries(AuditSnapshot snapshot) {
    return new CaptureQueries(snapshot);
  }

  @Bean
  DisclosureQueries disclosureQueries(AuditSnapshot snapshot) {
    return new DisclosureQueries(snapshot);
  }

  @Bean
  RetentionQueries retentionQueries(AuditSnapshot snapshot) {
    return new RetentionQueries(snapshot);
  }

  @Bean
  EndedQueries endedQueries(AuditSnapshot snapshot) {
    return new EndedQueries(snapshot);
  }

  @Bean
  ImportQueries importQueries(AuditSnapshot snapshot) {
    return new ImportQueries(snapshot);
  }

  @Bean
  RequestQueries requestQueries(AuditSnapshot snapshot) {
    return new RequestQueries(snapshot);
  }

  @Bean
  BreachQueries breachQueries(AuditSnapshot snapshot) {
    return new BreachQueries(snapshot);
  }
}
