package org.counterfoil.command.privacy.consent;

import java.time.Clock;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.AddressHolders;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of consents share. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

  @Bean
  MailingLists mailingLists(
      OpenedVault vault, PeopleHistory history, AddressHolders holders, EventLog log) {
    return new MailingLists(vault, history, holders, log);
  }

  @Bean
  Confirmations confirmations(
      OpenedVault vault, PeopleHistory history, Registers registers, Clock clock) {
    return new Confirmations(vault, history, registers, clock);
  }
}
