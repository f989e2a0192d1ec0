package org.counterfoil.standalone.rehearsal;

import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.ORGANISER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.nio.file.Path;
import java.time.Clock;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.query.sales.Onsales;
import org.counterfoil.query.sales.RehearsalOffer;
import org.counterfoil.query.screen.ScreenTexts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Rehearsals in the one-process set-up; {@code org.counterfoil.crowd.CrowdCommand} elsewhere. */
@Configuration(proxyBeanMethods = false)
class RehearsalConfiguration {

  @Bean
  AccessTable rehearsalAccess() {
    return AccessTable.of(
        Route.roles(POST, "/api/v1/performances/{performanceId}/rehearsals", ADMIN, ORGANISER),
        Route.roles(GET, "/api/v1/performances/{performanceId}/rehearsals", ADMIN, ORGANISER),
        Route.roles(GET, "/api/v1/rehearsals/{rehearsalId}", ADMIN, ORGANISER),
        Route.roles(DELETE, "/api/v1/rehearsals/{rehearsalId}", ADMIN, ORGANISER),
        Route.roles(GET, "/performances/{performanceId}/rehearsals", ADMIN, ORGANISER),
        Route.roles(POST, "/performances/{performanceId}/rehearsals", ADMIN, ORGANISER),
        Route.roles(GET, "/rehearsals/{rehearsalId}", ADMIN, ORGANISER),
        Route.roles(GET, "/rehearsals/{rehearsalId}/progress", ADMIN, ORGANISER),
        Route.roles(POST, "/rehearsals/{rehearsalId}/stop", ADMIN, ORGANISER));
  }

  @Bean
  KeptRehearsals keptRehearsals(Environment environment) {
    return new KeptRehearsals(
        Path.of(environment.getRequiredProperty("counterfoil.data.path"), "rehearsals"));
  }

  @Bean(destroyMethod = "close")
  Rehearsals rehearsals(
      EventLog log,
      SeatingPlans plans,
      Onsales onsales,
      Clock clock,
      TimeOrderedIds ids,
      KeptRehearsals kept) {
    return new Rehearsals(log, plans, onsales, clock, ids, kept);
  }

  @Bean
  Rehearsing rehearsing(Rehearsals rehearsals, Onsales onsales, Clock clock) {
    return new Rehearsing(rehearsals, onsales, clock);
  }

  /** The dashboard's page of a performance offers a rehearsal to those who may start one. */
  @Bean
  RehearsalOffer rehearsalOffer() {
    return (caller, organisation, performance) ->
        caller.isPlatformAdmin()
                || caller.rolesIn(organisation).contains(ADMIN)
                || caller.rolesIn(organisation).contains(ORGANISER)
            ? new RehearsalOffer.Way(
                "/performances/" + performance + "/rehearsals", "rehearsal.title")
            : null;
  }

  @Bean
  ScreenTexts rehearsalTexts() {
    return new ScreenTexts("org.counterfoil.standalone.rehearsal.texts");
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> interruptedRehearsals(
      KeptRehearsals kept, Clock clock) {
    return ready -> kept.endInterrupted(clock.instant());
  }
}
