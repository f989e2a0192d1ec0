package org.counterfoil.command.store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.counterfoil.command.aggregate.PerformanceSnapshots;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.engine.PostgresEventStorageEngine;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.http.log.RolePool;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Everything that writes, as {@code counterfoil_writer}. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  /** A connection per lane, and a few for answers kept, documents and snapshots. */
  private static final int WRITER_CONNECTIONS = 12;

  @Bean
  HikariDataSource writerDataSource(Environment environment) {
    return RolePool.open(environment, DatabaseRoles.WRITER, WRITER_CONNECTIONS);
  }

  @Bean
  JdbcTransactionManager writerTransactions(@Qualifier("writerDataSource") DataSource writer) {
    return new JdbcTransactionManager(writer);
  }

  @Bean
  SnapshotStore snapshotStore(@Qualifier("writerDataSource") DataSource writer, Clock clock) {
    return new SnapshotStore(writer, clock);
  }

  @Bean
  IdempotencyStore idempotencyStore(@Qualifier("writerDataSource") DataSource writer) {
    return new IdempotencyStore(writer);
  }

  @Bean
  DocumentStore documentStore(@Qualifier("writerDataSource") DataSource writer) {
    return new DocumentStore(writer);
  }

  @Bean
  TicketIndex ticketIndex(
      @Qualifier("writerDataSource") DataSource writer,
      EventLog log,
      JdbcTransactionManager transactions) {
    return new TicketIndex(writer, log, transactions);
  }

  @Bean
  PerformanceSnapshots performanceSnapshots(SeatingPlans plans) {
    return new PerformanceSnapshots(plans);
  }

  @Bean
  PostgresEventStorageEngine eventStorageEngine(
      @Qualifier("writerDataSource") DataSource writer,
      EventCodec codec,
      SnapshotStore snapshots,
      PerformanceSnapshots performances) {
    return new PostgresEventStorageEngine(writer, codec, snapshots, List.of(performances));
  }
}
