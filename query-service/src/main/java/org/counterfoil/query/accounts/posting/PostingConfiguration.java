package org.counterfoil.query.accounts.posting;

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

/** The projection of the books, and its tables. */
@Configuration(proxyBeanMethods = false)
public class PostingConfiguration {

  private static final String ROLE = "counterfoil_accounts";
  private static final int CONNECTIONS = 6;

  @Bean
  HikariDataSource accountsDataSource(Environment environment) {
    return RolePool.open(environment, ROLE, CONNECTIONS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ProjectionRunner accountsRunner(
      EventFeed feed,
      @Qualifier("accountsDataSource") HikariDataSource tables,
      EventCodec codec,
      MeterRegistry meters,
      Clock clock) {
    return new ProjectionRunner(
        new AccountsProjection(), feed, tables, codec, ProjectionSettings.USUAL, meters, clock);
  }

  @Bean
  RunningProjection runningAccounts(@Qualifier("accountsRunner") ProjectionRunner runner) {
    AccountsProjection projection = new AccountsProjection();
    return new RunningProjection(AccountsProjection.NAME, runner, projection.mayDiscard());
  }
}
