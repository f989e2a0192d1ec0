package org.counterfoil.query.operations;

import java.time.Clock;
import java.util.List;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.query.live.EventStreams;
import org.counterfoil.query.live.RunningProjection;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** How the projections are looked after. */
@Configuration(proxyBeanMethods = false)
@Import({OperationsEndpoint.class, OperationsPageEndpoint.class})
public class OperationsConfiguration {

  @Bean
  Projections projections(List<RunningProjection> all) {
    return new Projections(all);
  }

  @Bean
  OperationsStream operationsStream(
      Projections projections, EventStreams streams, JsonMapper json, Clock clock) {
    return new OperationsStream(projections, streams, json, clock);
  }

  @Bean
  AccessTable operationsAccess() {
    return OperationsAccess.table();
  }

  /** Named after what readiness depends on: {@code projections}. */
  @Bean
  HealthIndicator projectionsHealthIndicator(Projections projections) {
    return new ProjectionsHealth(projections);
  }
}
