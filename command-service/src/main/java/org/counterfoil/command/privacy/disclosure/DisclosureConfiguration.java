package org.counterfoil.command.privacy.disclosure;

import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What everybody needs who reads personal data. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

  @Bean
  Reading reading(TimeOrderedIds ids) {
    return new Reading(ids);
  }

  @Bean
  Recipients recipients(EventLog log) {
    return new Recipients(log);
  }
}
