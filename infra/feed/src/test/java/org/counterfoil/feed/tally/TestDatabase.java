package org.counterfoil.feed.tally;

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

  private static final String TALLY = "counterfoil_tally";
  private static final String RELAY = "counterfoil_relay";
  private static final String TEMPLATE = "template_feed";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** One per JVM; ends with it. */
  private static final class Server {
    static final LocalPostgres POSTGRES = prepared(LocalPostgres.temporary());

    private static LocalPostgres prepared(LocalPostgres postgres) {
      postgres.createDatabaseIfMissing(TEMPLATE);
      try {
        ensureRoles(postgres, TEMPLATE);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      EventStoreSchema.migrate(plain(postgres, TEMPLATE, DatabaseRoles.OWNER));
      return postgres;
    }
  }

  private final String name = "feed_" + COUNT.incrementAndGet();
  private final List<HikariDataSource> pools = new ArrayList<>();

  public TestDatabase() {
    LocalPostgres postgres = Server.POSTGRES;
    JdbcClient.create(superuser(postgres, "postgres"))
        .sql("create database " + name + " template " + TEMPLATE)
        .update();
    try {
      ensureRoles(postgres, name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Unique in this JVM. */
  public String name() {
    return name;
  }

  /** Connects as the role that may do everything; a new connection each time. */
  public DataSource superuser() {
    return superuser(Server.POSTGRES, name);
  }

  /** Reads the log. */
  public DataSource reader() {
    return pool(DatabaseRoles.READER, "");
  }

  /** Owns the tally's tables, and finds them by unqualified names. */
  public DataSource tally() {
    return pool(TALLY, "tally");
  }

  /** Keeps the relay's progress. */
  public DataSource relay() {
    return pool(RELAY, "");
  }

  /** Breaks every connection of the tally's role. */
  public void breakTallyConnections() {
    breakConnections(TALLY);
  }

  /**
   * Gives no connection again that was given before. A pool does not ask a connection that was used
   * a moment ago whether it still lives: a runner tries again, but a test's own question would
   * fail.
   */
  public void renewConnections() {
    pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
  }

  /** Breaks every connection of the relay's role. */
  public void breakRelayConnections() {
    breakConnections(RELAY);
  }

  private void breakConnections(String role) {
    JdbcClient.create(superuser())
        .sql(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = ? and datname = ?")
        .params(role, name)
        .query(Boolean.class)
        .list();
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    JdbcClient.create(superuser(Server.POSTGRES, "postgres"))
        .sql("drop database " + name + " with (force)")
        .update();
  }

  private DataSource pool(String role, String schema) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(plain(Server.POSTGRES, name, role));
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(5_000);
    if (!schema.isEmpty()) {
      config.setConnectionInitSql("set search_path = " + schema);
    }
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  private static void ensureRoles(LocalPostgres postgres, String database) throws SQLException {
    DatabaseRoles.ensure(
        superuser(postgres, database), database, List.of(TALLY, RELAY), postgres::passwordOf);
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
