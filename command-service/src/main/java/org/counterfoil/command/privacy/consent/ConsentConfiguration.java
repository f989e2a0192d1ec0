package org.counterfoil.command.privacy.consent;

import java.time.Clock;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of consents share. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

  @Bean
  Confirmations confirmations(
      OpenedVault vault, PeopleHistory history, Registers registers, Clock clock) {
    return new Confirmations(vault, history, registers, clock);
  }
}
