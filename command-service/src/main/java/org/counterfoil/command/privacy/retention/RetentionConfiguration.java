package org.counterfoil.command.privacy.retention;

import java.time.Clock;
import java.time.Duration;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.privacy.erasure.Erasing;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.Objections;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The process that ends what may no longer be kept. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

  @Bean
  RetentionProcess retentionProcess(
      OpenedVault vault,
      PeopleHistory history,
      Erasing erasing,
      Objections objections,
      Directory directory,
      Timetable timetable,
      Registers registers,
      EventLog log,
      Lanes lanes,
      TimeOrderedIds ids,
      Clock clock,
      Environment environment) {
    return new RetentionProcess(
        vault,
        history,
        new RetentionEnds(directory, timetable, registers, log),
        erasing,
        objections,
        directory,
        lanes,
        ids,
        clock,
        environment.getProperty(
            "counterfoil.vault.review-every", Duration.class, Duration.ofMinutes(1)));
  }
}
