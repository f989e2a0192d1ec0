package org.counterfoil.command.privacy.search;

import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finds people. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

  @Bean
  OrderPeople orderPeople(
      OpenedVault vault, PeopleHistory history, Registers registers, EventLog log) {
    return new OrderPeople(vault, history, registers, log);
  }
}
