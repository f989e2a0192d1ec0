package org.counterfoil.command.privacy.subject;

import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People, for everybody who has to do with them. */
@Configuration(proxyBeanMethods = false)
class SubjectConfiguration {

  @Bean
  PeopleHistory peopleHistory(EventLog log) {
    return new PeopleHistory(log);
  }

  @Bean
  AccountReach accountReach(PeopleHistory history, OpenedVault vault) {
    return new AccountReach(history, vault);
  }

  @Bean
  AddressHolders addressHolders(OpenedVault vault, PeopleHistory history) {
    return new AddressHolders(vault, history);
  }

  @Bean
  PeopleActs peopleActs(Lanes lanes) {
    return new PeopleActs(lanes);
  }

  @Bean
  Objections objections(OpenedVault vault) {
    return new Objections(vault);
  }
}
