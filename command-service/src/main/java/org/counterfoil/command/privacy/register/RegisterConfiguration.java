package org.counterfoil.command.privacy.register;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register of processing needs. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

  @Bean
  Registers registers(EventLog log) {
    return new Registers(log);
  }

  @Bean
  Notices notices(DocumentStore documents) {
    return new Notices(documents);
  }

  @Bean
  Controllers controllers(EventLog log, Directory directory) {
    return new Controllers(log, directory);
  }

  @Bean
  BuiltInPurposes builtInPurposes(TimeOrderedIds ids, Notices notices) {
    return new BuiltInPurposes(ids, notices);
  }
}
