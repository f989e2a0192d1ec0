package org.counterfoil.command.privacy.erasure;

import java.time.Clock;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.command.privacy.vault.VaultProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What erases people. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  @Bean
  Erasing erasing(
      OpenedVault vault,
      Registers registers,
      Directory directory,
      VaultProperties properties,
      Recipients recipients,
      Clock clock) {
    return new Erasing(vault, registers, directory, properties, recipients, clock);
  }

  @Bean
  Erasures erasures(PeopleHistory history, PeopleActs acts, Erasing erasing) {
    return new Erasures(history, acts, erasing);
  }
}
