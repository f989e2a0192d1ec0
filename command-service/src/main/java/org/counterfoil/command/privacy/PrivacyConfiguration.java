package org.counterfoil.command.privacy;

import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints about personal data share. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

  @Bean
  Registers registers(EventLog log) {
    return new Registers(log);
  }

  @Bean
  Notices notices(DocumentStore documents) {
    return new Notices(documents);
  }

  @Bean
  People people(Registers registers, OpenedVault vault, TimeOrderedIds ids) {
    return new People(registers, vault, ids);
  }

  @Bean
  BuiltInPurposes builtInPurposes(TimeOrderedIds ids, Notices notices) {
    return new BuiltInPurposes(ids, notices);
  }
}
