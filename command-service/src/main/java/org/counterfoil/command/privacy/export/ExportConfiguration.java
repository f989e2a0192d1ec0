package org.counterfoil.command.privacy.export;

import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.register.Controllers;
import org.counterfoil.command.privacy.register.Notices;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hands people out what is kept of them. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

  @Bean
  Exports exports(
      OpenedVault vault,
      Registers registers,
      Notices notices,
      Directory directory,
      Timetable timetable,
      Controllers controllers,
      Recipients recipients,
      EventLog log,
      Secrets secrets) {
    return new Exports(
        vault,
        registers,
        notices,
        directory,
        controllers,
        recipients,
        new ExportedOrders(log, directory, timetable),
        secrets);
  }
}
