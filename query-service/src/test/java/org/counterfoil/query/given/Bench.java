package org.counterfoil.query.given;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log, a carrier, and a projection that runs on them. */
public final class Bench implements AutoCloseable {

  private final TestDatabase database = new TestDatabase();
  private final TestLog log = new TestLog(database);
  private final DataSource sales = database.sales();
  private final DataSource accounts = database.accounts();
  private final DataSource audit = database.audit();
  private final Carrier.Carried carried;

  public Bench(Carrier carrier) {
    carried = carrier.carry(database, log);
  }

  public TestLog log() {
    return log;
  }

  public DataSource sales() {
    return sales;
  }

  public DataSource accounts() {
    return accounts;
  }

  public DataSource audit() {
    return audit;
  }

  /** Reads the log. */
  public DataSource reader() {
    return database.reader();
  }

  /** Runs the projection on the carrier. */
  public ProjectionRunner run(Projection projection) {
    return run(projection, carried.feed());
  }

  /** Runs the projection on the carrier, with every event delivered twice. */
  public ProjectionRunner runTwice(Projection projection) {
    return run(projection, new TwiceFeed(carried.feed()));
  }

  private ProjectionRunner run(Projection projection, EventFeed feed) {
    ProjectionRunner runner =
        new ProjectionRunner(
            projection,
            feed,
            tablesOf(projection),
            TestLog.CODEC,
            ProjectionSettings.USUAL,
            new SimpleMeterRegistry(),
            Clock.systemUTC());
    runner.start();
    return runner;
  }

  private DataSource tablesOf(Projection projection) {
    return switch (projection.name()) {
      case "accounts" -> accounts;
      case "audit" -> audit;
      default -> sales;
    };
  }

  /** Waits until everything written is in the rows. */
  public void awaitAll(ProjectionRunner runner) throws InterruptedException {
    if (!runner.awaitPosition(log.last(), Duration.ofSeconds(30))) {
      throw new AssertionError(
          "Expected position " + log.last() + " to be reached, but " + runner.status());
    }
  }

  /** Every row of every table of sales, as text, sorted. */
  public Map<String, List<String>> rows() {
    return rows("sales", sales);
  }

  /** Every row of every table of a schema, as text, sorted. */
  public Map<String, List<String>> rows(String schema, DataSource source) {
    JdbcClient tables = JdbcClient.create(source);
    Map<String, List<String>> rows = new TreeMap<>();
    List<String> names =
        tables
            .sql(
                """
                select table_name::text from information_schema.tables
                where table_schema = ?
                  and table_name not in ('checkpoint', 'parked', 'schema_version')
                """)
            .param(schema)
            .query(String.class)
            .list();
    for (String name : names) {
      rows.put(
          name,
          tables
              .sql("select to_jsonb(t)::text from " + schema + ".\"" + name + "\" t order by 1")
              .query(String.class)
              .list());
    }
    return rows;
  }

  @Override
  public void close() {
    carried.close();
    log.close();
    database.close();
  }
}
