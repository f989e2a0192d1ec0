package org.counterfoil.command;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.vault.VaultSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for all tests of this module, and a fresh, migrated database for each: migrated
 * once, and copied.
 */
public final class TestDatabase {

  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();

  private static final TestDatabase MIGRATED = migrated();

  private static final String WAITING =
      " where datname = ? and usename = ? and wait_event_type = 'Lock'";

  private final String name;

  public TestDatabase() {
    this("test_" + UUID.randomUUID().toString().replace('-', '_'));
    JdbcClient server = JdbcClient.create(superuser("postgres"));
    server.sql("create database " + name + " template " + MIGRATED.name).update();
    server // who may connect to it is not copied by itself
        .sql(
            """
            update pg_database set datacl = migrated.datacl
            from pg_database migrated where pg_database.datname = ? and migrated.datname = ?
            """)
        .params(name, MIGRATED.name)
        .update();
  }

  private TestDatabase(String name) {
    this.name = name;
  }

  /** One with roles and without a schema. */
  public static TestDatabase unmigrated() {
    return withRoles("unmigrated_" + UUID.randomUUID().toString().replace('-', '_'));
  }

  private static TestDatabase migrated() {
    TestDatabase database = withRoles("migrated");
    EventStoreSchema.migrate(database.as(DatabaseRoles.OWNER));
    VaultSchema.migrate(database.as(DatabaseRoles.OWNER));
    return database;
  }

  private static TestDatabase withRoles(String name) {
    POSTGRES.createDatabaseIfMissing(name);
    try {
      DatabaseRoles.ensure(superuser(name), name, List.of(), POSTGRES::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected to prepare a database, but could not", failed);
    }
    return new TestDatabase(name);
  }

  public String url() {
    return POSTGRES.jdbcUrl(name);
  }

  public String passwordOf(String role) {
    return POSTGRES.passwordOf(role);
  }

  public DataSource as(String role) {
    return source(role, POSTGRES.passwordOf(role));
  }

  /** Breaks every connection and lets nobody in until {@link #reconnect}. */
  public void disconnect() {
    JdbcClient server = JdbcClient.create(superuser("postgres"));
    server.sql("alter database " + name + " with allow_connections false").update();
    server
        .sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = ?")
        .param(name)
        .query(Boolean.class)
        .list();
  }

  /** How many connections of a role wait for a lock. */
  public int waiting(String role) {
    return JdbcClient.create(superuser("postgres"))
        .sql("select count(*) from pg_stat_activity" + WAITING)
        .params(name, role)
        .query(Integer.class)
        .single();
  }

  /** Breaks those, so that what they were about to do is never done. */
  public void breakWaiting(String role) {
    JdbcClient server = JdbcClient.create(superuser("postgres"));
    server
        .sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity" + WAITING)
        .params(name, role)
        .query(Boolean.class)
        .list();
  }

  public void reconnect() {
    JdbcClient.create(superuser("postgres"))
        .sql("alter database " + name + " with allow_connections true")
        .update();
  }

  private static DataSource superuser(String database) {
    return new DriverManagerDataSource(
        POSTGRES.jdbcUrl(database), POSTGRES.superuser(), POSTGRES.superuserPassword());
  }

  private DataSource source(String user, String password) {
    return new DriverManagerDataSource(url(), user, password);
  }
}
