package org.counterfoil.bench.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Stage;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Ours as a buyer's shop meets it: HTTP, a bearer's token, an idempotency key with each request.
 */
final class OverHttp implements Contender {

  private static final int WARM_UP_SECONDS = 45;
  private static final int WARM_UP_CONNECTIONS = 16;

  private final Stage stage;
  private final Wrk wrk;
  private final int connections;
  private final int halls;
  private final CommandProcess service;
  private final Arena shop;
  private final String token;
  private final EventLog log;
  private int salt;

  /**
   * @param halls performances of 80,000 seats per round, one sold after the other
   */
  OverHttp(Stage stage, Wrk wrk, int connections, int halls) throws Exception {
    this.stage = stage;
    this.wrk = wrk;
    this.connections = connections;
    this.halls = halls;
    String database = stage.freshLog("edge");
    this.service = CommandProcess.start(stage, database);
    this.shop = new Arena(service.url());
    this.token = shop.channelToken();
    this.log =
        new EventLog(
            new DriverManagerDataSource(
                stage.postgres().jdbcUrl(database),
                DatabaseRoles.READER,
                stage.postgres().passwordOf(DatabaseRoles.READER)),
            EventCodec.domain());
    warmUp();
  }

  /** At low concurrency: many runnable threads would starve the compiler. */
  private void warmUp() throws Exception {
    Duration time = Duration.ofSeconds(Settings.number("warmup", WARM_UP_SECONDS));
    ask(shop.open(1), WARM_UP_CONNECTIONS, time);
  }

  @Override
  public String name() {
    return "Counterfoil over HTTP, " + connections + " connections";
  }

  @Override
  public String version() {
    return "this";
  }

  @Override
  public Round round(Duration time) throws Exception {
    List<PerformanceId> performances = shop.open(halls);
    Cpu cpu = Cpu.now(stage.postgres());
    Duration served = service.cpu();
    Wrk.Done done = ask(performances, connections, time);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    return new Round(
        done.acknowledged(),
        done.elapsed(),
        new Cpu(service.cpu().minus(served), used.postgres(), used.programs()),
        faults(performances, done, connections));
  }

  /** Asks for pairs of these performances. */
  Wrk.Done ask(List<PerformanceId> performances, int connections, Duration time) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add(Integer.toString(++salt));
    arguments.add(token);
    arguments.add(Integer.toString(Arena.PAIRS));
    performances.forEach(performance -> arguments.add(performance.value().toString()));
    return wrk.run("holds.lua", service.url(), connections, time, arguments);
  }

  List<PerformanceId> open(int count) throws Exception {
    return shop.open(count);
  }

  /** wrk does not count what is answered after its time, at most one per connection. */
  List<String> faults(List<PerformanceId> performances, Wrk.Done done, int connections) {
    List<String> faults = new ArrayList<>();
    long placed = 0;
    for (PerformanceId performance : performances) {
      LogReport report = LogCheck.of(log, performance);
      placed += report.holds().placed();
      report.findings().forEach(finding -> faults.add(finding.toString()));
    }
    if (placed < done.acknowledged() || placed > done.acknowledged() + connections) {
      faults.add("Expected " + done.acknowledged() + " holds stored, but found " + placed);
    }
    return faults;
  }

  @Override
  public void close() {
    service.close();
  }
}
