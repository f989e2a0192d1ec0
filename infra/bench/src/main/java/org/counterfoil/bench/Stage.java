package org.counterfoil.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The one durable PostgreSQL on which all contenders of a run work, each in its own database. */
public final class Stage implements AutoCloseable {

  private static final List<String> DURABILITY =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Settings settings;
  private final LocalPostgres postgres;
  private int databases;

  private Stage(Settings settings, LocalPostgres postgres) {
    this.settings = settings;
    this.postgres = postgres;
  }

  /**
   * Starts PostgreSQL.
   *
   * @throws IllegalStateException where it would not keep what it has committed
   */
  static Stage open(Settings settings) {
    LocalPostgres postgres = LocalPostgres.start(settings.folder().resolve("data"));
    Stage stage = new Stage(settings, postgres);
    stage
        .durability()
        .forEach(
            (name, value) -> {
              if (!value.equals("on")) {
                stage.close();
                throw new IllegalStateException("Expected " + name + " on, but it is " + value);
              }
            });
    return stage;
  }

  public Settings settings() {
    return settings;
  }

  public LocalPostgres postgres() {
    return postgres;
  }

  /** What the running server says of itself. */
  public Map<String, String> durability() {
    JdbcClient jdbc = JdbcClient.create(superuser("postgres"));
    Map<String, String> shown = new TreeMap<>();
    for (String name : DURABILITY) {
      shown.put(
          name, jdbc.sql("select current_setting(?)").param(name).query(String.class).single());
    }
    return shown;
  }

  /** As PostgreSQL names itself. */
  String serverVersion() {
    return JdbcClient.create(superuser("postgres"))
        .sql("select current_setting('server_version')")
        .query(String.class)
        .single();
  }

  /** An empty database that no other contender uses; answers its name. */
  public String freshDatabase(String contender) {
    String name = contender + "_" + Long.toString(System.nanoTime(), 36) + "_" + databases++;
    postgres.createDatabaseIfMissing(name);
    return name;
  }

  /** A database with our roles and schema; answers its name. */
  public String freshLog(String contender) {
    String name = freshDatabase(contender);
    try {
      DatabaseRoles.ensure(superuser(name), name, DatabaseRoles.PROJECTIONS, postgres::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected to prepare database " + name, failed);
    }
    EventStoreSchema.migrate(
        new DriverManagerDataSource(
            postgres.jdbcUrl(name), DatabaseRoles.OWNER, postgres.passwordOf(DatabaseRoles.OWNER)));
    return name;
  }

  /** The database as the one who may do everything; a new connection each time. */
  public DataSource superuser(String database) {
    return new DriverManagerDataSource(
        postgres.jdbcUrl(database), postgres.superuser(), postgres.superuserPassword());
  }

  /** Starts every round alike: nothing of the last one is left to be written. */
  public void settle() {
    JdbcClient.create(superuser("postgres")).sql("checkpoint").update();
  }

  @Override
  public void close() {
    postgres.close();
  }
}
