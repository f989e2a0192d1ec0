package org.counterfoil.command.seating;

import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seating plans that are stored, and which venue has which. */
@Configuration(proxyBeanMethods = false)
class SeatingLookups {

  @Bean
  StoredSeatingPlans seatingPlans(DocumentStore documents) {
    return new StoredSeatingPlans(documents);
  }

  @Bean
  VenuePlans venuePlans(EventLog log) {
    return new VenuePlans(log);
  }
}
