package org.counterfoil.command.privacy.account;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.capture.People;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.erasure.Erasures;
import org.counterfoil.command.privacy.export.Exports;
import org.counterfoil.command.privacy.rights.PersonRights;
import org.counterfoil.command.privacy.subject.AccountReach;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What serves people who have a secret of their own. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  Accounts accounts(
      PeopleHistory history,
      AccountReach reach,
      Directory directory,
      Secrets secrets,
      EventLog log) {
    return new Accounts(history, reach, directory, secrets, log);
  }

  @Bean
  OwnRights ownRights(
      Exports exports,
      Reading reading,
      PersonRights rights,
      Erasures erasures,
      People people,
      OpenedVault vault) {
    return new OwnRights(exports, reading, rights, erasures, people, vault);
  }
}
