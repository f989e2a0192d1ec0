package org.counterfoil.http.small;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.engine.EventMetaData;
import org.counterfoil.eventstore.engine.PostgresEventStorageEngine;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real log in a real PostgreSQL, one for all tests of the module, to append access events to. */
public final class TestLog {

  private static final String DATABASE = "counterfoil";

  private static final TestLog SHARED = new TestLog();

  private final DataSource writer;
  private final EventLog log;
  private final PostgresEventStorageEngine engine;
  private final TransactionTemplate transaction;
  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
  private final Map<UUID, Long> sequences = new HashMap<>();

  private TestLog() {
    LocalPostgres postgres = LocalPostgres.temporary();
    postgres.createDatabaseIfMissing(DATABASE);
    try {
      DatabaseRoles.ensure(
          connect(postgres, postgres.superuser(), postgres.superuserPassword()),
          DATABASE,
          List.of(),
          postgres::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected roles to be made, but they were not", failed);
    }
    EventStoreSchema.migrate(as(postgres, DatabaseRoles.OWNER));
    writer = as(postgres, DatabaseRoles.WRITER);
    EventCodec codec = EventCodec.domain();
    log = new EventLog(writer, codec);
    engine =
        new PostgresEventStorageEngine(
            writer, codec, new SnapshotStore(writer, Clock.systemUTC()), List.of());
    transaction = new TransactionTemplate(new DataSourceTransactionManager(writer));
  }

  public static TestLog shared() {
    return SHARED;
  }

  public EventLog log() {
    return log;
  }

  public DataSource dataSource() {
    return writer;
  }

  /** Appends, as another process would, and answers the position. */
  public synchronized long append(UUID stream, AccessEvent event) {
    long sequence = sequences.merge(stream, 0L, (old, first) -> old + 1);
    var message =
        new GenericDomainEventMessage<>(
            "access",
            stream.toString(),
            sequence,
            event,
            Map.of(EventMetaData.ACTOR, Actor.SYSTEM, EventMetaData.CAUSE, ids.next()),
            ids.next().toString(),
            Clock.systemUTC().instant());
    transaction.executeWithoutResult(status -> engine.appendEvents(List.of(message)));
    return log.lastPositionOf(stream);
  }

  private static DataSource as(LocalPostgres postgres, String role) {
    return connect(postgres, role, postgres.passwordOf(role));
  }

  private static DataSource connect(LocalPostgres postgres, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.jdbcUrl(DATABASE));
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }
}
