package org.counterfoil.query.given;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of a test's own, with an empty log, on the one PostgreSQL of this JVM. */
public final class TestDatabase implements AutoCloseable {

  public static final String SALES = "counterfoil_sales";
  public static final String ACCOUNTS = "counterfoil_accounts";
  public static final String AUDIT = "counterfoil_audit";
  private static final String RELAY = "counterfoil_relay";
  private static final String TEMPLATE = "template_query";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** One per JVM; ends with it. */
  private static final class Server {
    static final LocalPostgres POSTGRES = prepared(LocalPostgres.temporary());

    private static LocalPostgres prepared(LocalPostgres postgres) {
      postgres.createDatabaseIfMissing(TEMPLATE);
      ensureRoles(postgres, TEMPLATE);
      EventStoreSchema.migrate(plain(postgres, TEMPLATE, DatabaseRoles.OWNER));
      return postgres;
    }
  }

  private final String name = "query_" + COUNT.incrementAndGet();
  private final List<HikariDataSource> pools = new ArrayList<>();

  public TestDatabase() {
    JdbcClient.create(superuser(Server.POSTGRES, "postgres"))
        .sql("create database " + name + " template " + TEMPLATE)
        .update();
    ensureRoles(Server.POSTGRES, name);
  }

  /** Unique in this JVM. */
  public String name() {
    return name;
  }

  public String jdbcUrl() {
    return Server.POSTGRES.jdbcUrl(name);
  }

  public String passwordOf(String role) {
    return Server.POSTGRES.passwordOf(role);
  }

  /** Connects as the role that may do everything. */
  public DataSource superuser() {
    return superuser(Server.POSTGRES, name);
  }

  /** Reads the log. */
  public DataSource reader() {
    return pool(DatabaseRoles.READER);
  }

  /** Appends to the log. */
  public DataSource writer() {
    return pool(DatabaseRoles.WRITER);
  }

  /** Owns the tables of sales. */
  public DataSource sales() {
    return pool(SALES);
  }

  /** Keeps the tree over the log. */
  public DataSource integrity() {
    return pool(DatabaseRoles.INTEGRITY);
  }

  /** Owns the tables of the books. */
  public DataSource accounts() {
    return pool(ACCOUNTS);
  }

  /** Owns the tables of what happened to personal data. */
  public DataSource audit() {
    return pool(AUDIT);
  }

  /** Keeps the relay's progress. */
  public DataSource relay() {
    return pool(RELAY);
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    JdbcClient.create(superuser(Server.POSTGRES, "postgres"))
        .sql("drop database " + name + " with (force)")
        .update();
  }

  private DataSource pool(String role) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(plain(Server.POSTGRES, name, role));
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  private static void ensureRoles(LocalPostgres postgres, String database) {
    try {
      DatabaseRoles.ensure(
          superuser(postgres, database),
          database,
          List.of(SALES, ACCOUNTS, AUDIT, RELAY),
          postgres::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected roles to be made, but they were not", failed);
    }
  }

  private static PGSimpleDataSource superuser(LocalPostgres postgres, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl(database));
    source.setUser(postgres.superuser());
    source.setPassword(postgres.superuserPassword());
    return source;
  }

  private static PGSimpleDataSource plain(LocalPostgres postgres, String database, String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl(database));
    source.setUser(role);
    source.setPassword(postgres.passwordOf(role));
    return source;
  }
}
