package org.counterfoil.command.privacy.guest;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the endpoints of guests share. */
@Configuration(proxyBeanMethods = false)
class GuestConfiguration {

  @Bean
  Guests guests(
      Directory directory,
      TicketIndex index,
      PeopleHistory history,
      OpenedVault vault,
      EventLog log) {
    return new Guests(directory, index, history, vault, log);
  }
}
