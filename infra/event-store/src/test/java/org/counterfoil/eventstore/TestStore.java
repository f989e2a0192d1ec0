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
 * share. The schema is migrated once, and copied.
 */
public final class TestStore implements AutoCloseable {

  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final int CONNECTIONS = 40;
  private static final String MIGRATED = migrated();

  private final String database = "store_" + COUNT.incrementAndGet();
  private final HikariDataSource writer = new HikariDataSource();
  private final EventCodec codec = EventCodec.domain();

  /** Creates the roles, and a database with the tables. */
  private static String migrated() {
    String name = "migrated";
    POSTGRES.createDatabaseIfMissing(name);
    try {
      DatabaseRoles.ensure(
          dataSource(name, POSTGRES.superuser(), POSTGRES.superuserPassword()),
          name,
          DatabaseRoles.PROJECTIONS,
          POSTGRES::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected to prepare a database, but could not", failed);
    }
    EventStoreSchema.migrate(
        dataSource(name, DatabaseRoles.OWNER, POSTGRES.passwordOf(DatabaseRoles.OWNER)));
    return name;
  }

  /** Copies the database; who may connect to it is not copied by itself. */
  public TestStore() {
    JdbcClient server =
        JdbcClient.create(
            dataSource("postgres", POSTGRES.superuser(), POSTGRES.superuserPassword()));
    server.sql("create database " + database + " template " + MIGRATED).update();
    server
        .sql(
            """
            update pg_database set datacl = migrated.datacl
            from pg_database migrated where pg_database.datname = ? and migrated.datname = ?
            """)
        .params(database, MIGRATED)
        .update();
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
    return dataSource(database, user, password);
  }

  private static DataSource dataSource(String database, String user, String password) {
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
    // Indexes that look into entries refuse bytes that are no text; an owner can drop them too.
    sql()
        .sql(
            """
            do $$ declare index record; begin
              for index in select indexrelid::regclass as name from pg_index
                where indrelid = 'log.event'::regclass and indexprs is not null
              loop execute format('drop index %s', index.name); end loop;
            end $$
            """)
        .update();
  }

  @Override
  public void close() {
    writer.close();
  }
}
