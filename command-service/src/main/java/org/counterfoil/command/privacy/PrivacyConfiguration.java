package org.counterfoil.command.privacy;

import java.time.Clock;
import java.time.Duration;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.http.access.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the endpoints about personal data share. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

  @Bean
  Registers registers(EventLog log) {
    return new Registers(log);
  }

  @Bean
  Notices notices(DocumentStore documents) {
    return new Notices(documents);
  }

  @Bean
  Forms forms(Registers registers, Notices notices) {
    return new Forms(registers, notices);
  }

  @Bean
  Confirmations confirmations(
      OpenedVault vault, PeopleHistory history, Registers registers, Clock clock) {
    return new Confirmations(vault, history, registers, clock);
  }

  @Bean
  PersonRights personRights(
      Registers registers,
      OpenedVault vault,
      PeopleActs acts,
      Objections objections,
      TimeOrderedIds ids) {
    return new PersonRights(registers, vault, acts, objections, ids);
  }

  @Bean
  Erasures erasures(PeopleHistory history, PeopleActs acts, Erasing erasing) {
    return new Erasures(history, acts, erasing);
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

  @Bean
  Accounts accounts(PeopleHistory history, Directory directory, Secrets secrets, EventLog log) {
    return new Accounts(history, directory, secrets, log);
  }

  @Bean
  SignUpLimit signUpLimit(Clock clock, Environment environment) {
    return new SignUpLimit(
        environment.getProperty("counterfoil.forms.sign-ups", Integer.class, 20),
        environment.getProperty(
            "counterfoil.forms.sign-ups-per", Duration.class, Duration.ofMinutes(10)),
        clock);
  }

  @Bean
  People people(Registers registers, OpenedVault vault, Objections objections, TimeOrderedIds ids) {
    return new People(registers, vault, objections, ids);
  }

  @Bean
  PeopleHistory peopleHistory(EventLog log) {
    return new PeopleHistory(log);
  }

  @Bean
  PeopleActs peopleActs(Lanes lanes) {
    return new PeopleActs(lanes);
  }

  @Bean
  OrderPeople orderPeople(
      OpenedVault vault, PeopleHistory history, Registers registers, EventLog log) {
    return new OrderPeople(vault, history, registers, log);
  }

  @Bean
  Guests guests(
      Directory directory,
      TicketIndex index,
      PeopleHistory history,
      OpenedVault vault,
      EventLog log) {
    return new Guests(directory, index, history, vault, log);
  }

  @Bean
  Reading reading(TimeOrderedIds ids) {
    return new Reading(ids);
  }

  @Bean
  Objections objections(OpenedVault vault, Clock clock) {
    return new Objections(vault, clock);
  }

  @Bean
  Erasing erasing(
      OpenedVault vault,
      Registers registers,
      Directory directory,
      VaultProperties properties,
      Clock clock) {
    return new Erasing(vault, registers, directory, properties, clock);
  }

  @Bean
  RetentionProcess retentionProcess(
      OpenedVault vault,
      PeopleHistory history,
      Erasing erasing,
      Directory directory,
      Timetable timetable,
      EventLog log,
      Lanes lanes,
      TimeOrderedIds ids,
      Clock clock,
      Environment environment) {
    return new RetentionProcess(
        vault,
        history,
        new RetentionEnds(directory, timetable, log),
        erasing,
        directory,
        lanes,
        ids,
        clock,
        environment.getProperty(
            "counterfoil.vault.review-every", Duration.class, Duration.ofMinutes(1)));
  }

  @Bean
  RewrapProcess rewrapProcess(OpenedVault vault, Clock clock, Environment environment) {
    return new RewrapProcess(
        vault,
        clock,
        environment.getProperty(
            "counterfoil.vault.review-every", Duration.class, Duration.ofMinutes(1)));
  }

  @Bean
  Exports exports(
      OpenedVault vault,
      Registers registers,
      Notices notices,
      Directory directory,
      Timetable timetable,
      EventLog log,
      Secrets secrets) {
    return new Exports(
        vault,
        registers,
        notices,
        directory,
        new ExportedOrders(log, directory, timetable),
        secrets);
  }

  @Bean
  BuiltInPurposes builtInPurposes(TimeOrderedIds ids, Notices notices) {
    return new BuiltInPurposes(ids, notices);
  }
}
