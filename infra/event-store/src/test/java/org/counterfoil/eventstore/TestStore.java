package org.counterfoil.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.engine.PostgresEventStorageEngine;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An empty store in a database of its own, on the one PostgreSQL that all tests of this process
 * share.
 */
public final class TestStore implements AutoCloseable {

  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int CONNECTIONS = 40;

  private final String database = "store_" + COUNT.incrementAndGet();
  private final HikariDataSource writer = new HikariDataSource();
  private final EventCodec codec = EventCodec.domain();

  /** Creates the database, the roles and the tables. */
  public TestStore() throws SQLException {
    POSTGRES.createDatabaseIfMissing(database);
    DatabaseRoles.ensure(superuser(), database, DatabaseRoles.PROJECTIONS, POSTGRES::passwordOf);
    EventStoreSchema.migrate(as(DatabaseRoles.OWNER));
    writer.setDataSource(as(DatabaseRoles.WRITER));
    writer.setMaximumPoolSize(CONNECTIONS);
    writer.setMinimumIdle(0);
  }

  /** May do everything, in this database. */
  public DataSource superuser() {
    return dataSource(POSTGRES.superuser(), POSTGRES.superuserPassword());
  }

  /** Logs in as this role, without a pool. */
  public DataSource as(String role) {
    return dataSource(role, POSTGRES.passwordOf(role));
  }

  /** What a role logs in with. */
  public static String passwordOf(String role) {
    return POSTGRES.passwordOf(role);
  }

  /** Logs in with any password, without a pool. */
  public DataSource dataSource(String user, String password) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(POSTGRES.jdbcUrl(database));
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  /** The writer's pool. */
  public DataSource writer() {
    return writer;
  }

  public String jdbcUrl() {
    return POSTGRES.jdbcUrl(database);
  }

  public String database() {
    return database;
  }

  public EventCodec codec() {
    return codec;
  }

  /** Transactions on the writer's pool. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(writer));
  }

  public SnapshotStore snapshots() {
    return new SnapshotStore(writer, Clock.systemUTC());
  }

  public PostgresEventStorageEngine engine() {
    return new PostgresEventStorageEngine(writer, codec, snapshots(), List.of());
  }

  /** As the reader. */
  public EventLog log() {
    return new EventLog(as(DatabaseRoles.READER), codec);
  }

  /** SQL that may do everything. */
  public JdbcClient sql() {
    return JdbcClient.create(superuser());
  }

  /** Switches off what keeps events from being changed, to do damage on purpose. */
  public void allowDamage() {
    sql().sql("drop trigger event_is_never_changed on log.event").update();
    sql().sql("drop trigger document_is_never_changed on log.document").update();
  }

  @Override
  public void close() {
    writer.close();
  }
}
