package org.counterfoil.feed.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database, a log, a carrier, and runners over them; and what the rows should be. */
public final class TallyBench implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Small batches, so that tests have many. */
  public static final ProjectionSettings SETTINGS =
      new ProjectionSettings(
          40,
          100,
          Duration.ofMillis(1),
          Duration.ofMillis(50),
          Duration.ofMillis(10),
          Duration.ofMillis(200));

  public final TestDatabase database = new TestDatabase();
  public final TallyLog log = new TallyLog(database);
  public final DataSource tally = database.tally();

  /** Of the runner begun last. */
  public SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final Carrier.Carried carried;
  private final List<ProjectionRunner> runners = new ArrayList<>();

  public TallyBench(Carrier carrier) {
    this.carried = carrier.carry(database, log);
  }

  public EventFeed feed() {
    return carried.feed();
  }

  /** Runs a projection on the carrier's feed. */
  public ProjectionRunner run(Projection projection) {
    return run(projection, feed());
  }

  public ProjectionRunner run(Projection projection, EventFeed feed) {
    meters = new SimpleMeterRegistry();
    ProjectionRunner runner =
        new ProjectionRunner(
            projection, feed, tally, TallyLog.CODEC, SETTINGS, meters, Clock.systemUTC());
    runners.add(runner);
    runner.start();
    return runner;
  }

  /** Waits until a runner has taken in all that is in the log. */
  public void awaitAll(ProjectionRunner runner) throws InterruptedException {
    assertThat(runner.awaitPosition(log.last(), PATIENCE))
        .as("taken in all up to %d; it is %s", log.last(), runner.status())
        .isTrue();
  }

  /** All rows of the live tables, each table's in an order of their own. */
  public Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : List.of("tally", "counted", "applied")) {
      rows.put(
          table,
          JdbcClient.create(tally)
              .sql("select t::text from " + table + " t order by 1")
              .query(String.class)
              .list());
    }
    return rows;
  }

  /** What the rows should be, by the plainest program. */
  public Map<String, List<String>> expectedRows() {
    return expectedRows(event -> true);
  }

  /** What the rows should be if only these events were applied. */
  public Map<String, List<String>> expectedRows(Predicate<RecordedEvent> isApplied) {
    TallyModel model = new TallyModel();
    log.log().read(-1, Integer.MAX_VALUE).stream().filter(isApplied).forEach(model::apply);
    return model.rows();
  }

  /** Runs a statement on the tally's tables, as its role. */
  public int update(String sql, Object... parameters) {
    return JdbcClient.create(tally).sql(sql).params(parameters).update();
  }

  /** The schemas there are whose name begins with the projection's. */
  public List<String> schemas() {
    return JdbcClient.create(tally)
        .sql("select nspname from pg_namespace where nspname like 'tally%' order by 1")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    runners.forEach(ProjectionRunner::close);
    carried.close();
    log.close();
    database.close();
  }
}
