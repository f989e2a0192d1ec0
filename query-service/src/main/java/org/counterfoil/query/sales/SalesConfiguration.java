package org.counterfoil.query.sales;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionSettings;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.log.RolePool;
import org.counterfoil.query.live.EventStreams;
import org.counterfoil.query.live.LiveTopics;
import org.counterfoil.query.live.ReadPosition;
import org.counterfoil.query.live.RunningProjection;
import org.counterfoil.query.proof.TicketSales;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The projection of sales, and what is answered from it. */
@Configuration(proxyBeanMethods = false)
@Import({
  AvailabilityEndpoint.class,
  DashboardEndpoint.class,
  ListsEndpoint.class,
  SalesPageEndpoint.class
})
public class SalesConfiguration {

  private static final String ROLE = "counterfoil_sales";
  private static final int CONNECTIONS = 8;

  @Bean
  HikariDataSource salesDataSource(Environment environment) {
    return RolePool.open(environment, ROLE, CONNECTIONS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ProjectionRunner salesRunner(
      EventFeed feed,
      @Qualifier("salesDataSource") HikariDataSource tables,
      EventCodec codec,
      MeterRegistry meters,
      Clock clock,
      LiveTopics topics) {
    ProjectionRunner runner =
        new ProjectionRunner(
            new SalesProjection(), feed, tables, codec, ProjectionSettings.USUAL, meters, clock);
    runner.onChange(change -> topics.changed(change.keys()));
    return runner;
  }

  @Bean
  RunningProjection runningSales(@Qualifier("salesRunner") ProjectionRunner runner) {
    return new RunningProjection(SalesProjection.NAME, runner, new SalesProjection().mayDiscard());
  }

  @Bean
  SalesSnapshot salesSnapshot(@Qualifier("salesDataSource") HikariDataSource tables) {
    return new SalesSnapshot(tables);
  }

  @Bean
  PerformanceQueries performanceQueries(SalesSnapshot snapshot) {
    return new PerformanceQueries(snapshot);
  }

  @Bean
  CatalogueQueries catalogueQueries(SalesSnapshot snapshot) {
    return new CatalogueQueries(snapshot);
  }

  @Bean
  AvailabilityQueries availabilityQueries(SalesSnapshot snapshot) {
    return new AvailabilityQueries(snapshot);
  }

  @Bean
  DashboardQueries dashboardQueries(SalesSnapshot snapshot) {
    return new DashboardQueries(snapshot);
  }

  @Bean
  Onsales onsales(SalesSnapshot snapshot, PerformanceQueries performances) {
    return new Onsales(snapshot, performances);
  }

  @Bean
  SalesReads salesReads(
      @Qualifier("salesRunner") ProjectionRunner runner, PerformanceQueries performances) {
    return new SalesReads(new ReadPosition(runner), performances);
  }

  @Bean
  TicketSales soldTickets(
      SalesSnapshot snapshot, @Qualifier("salesRunner") ProjectionRunner runner) {
    return new SoldTickets(snapshot, new ReadPosition(runner));
  }

  @Bean
  SalesStreams salesStreams(
      EventStreams streams,
      @Qualifier("salesRunner") ProjectionRunner runner,
      PerformanceQueries performances,
      AvailabilityQueries availability,
      DashboardQueries dashboards,
      JsonMapper json) {
    return new SalesStreams(streams, runner, performances, availability, dashboards, json);
  }

  @Bean
  AccessTable salesAccess() {
    return SalesAccess.table();
  }
}
