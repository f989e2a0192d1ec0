package org.counterfoil.query.audit.scope;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.live.ReadPosition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every question about personal data begins with. */
@Configuration(proxyBeanMethods = false)
public class ScopeConfiguration {

  private static final String COMMANDS = "counterfoil.commands.url";

  @Bean
  AuditSnapshot auditSnapshot(@Qualifier("auditDataSource") HikariDataSource tables) {
    return new AuditSnapshot(tables);
  }

  @Bean(destroyMethod = "close")
  RecordedReadings recordedReadings(ObjectProvider<AuditReadings> here, Environment environment) {
    String url = environment.getProperty(COMMANDS);
    return new RecordedReadings(here, url == null ? null : URI.create(url));
  }

  @Bean
  AuditArgument auditArgument(
      @Qualifier("auditRunner") ProjectionRunner runner,
      @Qualifier("auditDataSource") HikariDataSource tables,
      RecordedReadings readings) {
    return new AuditArgument(new ReadPosition(runner), JdbcClient.create(tables), readings);
  }
}
