package org.counterfoil.query.audit.words;

import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Words for what the records know by keys and ids. */
@Configuration(proxyBeanMethods = false)
public class WordsConfiguration {

  @Bean
  PurposeNames purposeNames(AuditSnapshot snapshot, MessageSource words) {
    return new PurposeNames(snapshot, words);
  }

  @Bean
  Readers readers(AccessDirectory directory, MessageSource words) {
    return new Readers(directory, words);
  }
}
