package org.counterfoil.http.log;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The log for reading, as {@code counterfoil_reader}. Several data sources live in one process, one
 * per role, so none is the default: each is asked for by name.
 */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {

  private static final int READER_CONNECTIONS = 6;

  /** The clock of the process; driven only by tests and by the demonstration. */
  @Bean
  DrivenClock clock() {
    return DrivenClock.running();
  }

  @Bean
  TimeOrderedIds timeOrderedIds(DrivenClock clock) {
    return new TimeOrderedIds(clock);
  }

  @Bean
  HikariDataSource readerDataSource(Environment environment) {
    return RolePool.open(environment, DatabaseRoles.READER, READER_CONNECTIONS);
  }

  @Bean
  EventCodec eventCodec() {
    return EventCodec.domain();
  }

  @Bean
  EventLog eventLog(@Qualifier("readerDataSource") DataSource reader, EventCodec codec) {
    return new EventLog(reader, codec);
  }

  /** What was signed of the log, for whoever shows or prints it. */
  @Bean
  Checkpoints checkpoints(@Qualifier("readerDataSource") DataSource reader) {
    return new Checkpoints(reader);
  }

  @Bean(destroyMethod = "close")
  EventTail eventTail(@Qualifier("readerDataSource") DataSource reader) {
    return EventTail.start(reader);
  }
}
