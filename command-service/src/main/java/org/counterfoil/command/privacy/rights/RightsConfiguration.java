package org.counterfoil.command.privacy.rights;

import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What does as people ask. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

  @Bean
  PersonRights personRights(
      Registers registers,
      OpenedVault vault,
      PeopleActs acts,
      Objections objections,
      Recipients recipients,
      TimeOrderedIds ids) {
    return new PersonRights(registers, vault, acts, objections, recipients, ids);
  }
}
