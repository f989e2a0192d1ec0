package org.counterfoil.query.audit.recording;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionSettings;
import org.counterfoil.http.log.RolePool;
import org.counterfoil.query.live.RunningProjection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The projection of what happens to personal data, and its tables. */
@Configuration(proxyBeanMethods = false)
public class RecordingConfiguration {

  private static final String ROLE = "counterfoil_audit";
  private static final int CONNECTIONS = 4;

  @Bean
  HikariDataSource auditDataSource(Environment environment) {
    return RolePool.open(environment, ROLE, CONNECTIONS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ProjectionRunner auditRunner(
      EventFeed feed,
      @Qualifier("auditDataSource") HikariDataSource tables,
      EventCodec codec,
      MeterRegistry meters,
      Clock clock) {
    return new ProjectionRunner(
        new AuditProjection(), feed, tables, codec, ProjectionSettings.USUAL, meters, clock);
  }

  @Bean
  RunningProjection runningAudit(@Qualifier("auditRunner") ProjectionRunner runner) {
    AuditProjection projection = new AuditProjection();
    return new RunningProjection(AuditProjection.NAME, runner, projection.mayDiscard());
  }
}
