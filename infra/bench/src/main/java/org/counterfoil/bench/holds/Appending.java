package org.counterfoil.bench.holds;

import java.time.Duration;
import java.util.List;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A peer that appends one event per commit, by a client program of its own. */
final class Appending implements Contender {

  /** Appends for some time and answers how many appends were acknowledged. */
  @FunctionalInterface
  interface Client {
    long append(Duration time);
  }

  private final Stage stage;
  private final String name;
  private final String version;
  private final String database;
  private final String countSql;
  private final Client client;

  /**
   * @param countSql counts the events in the peer's table
   */
  Appending(
      Stage stage, String name, String version, String database, String countSql, Client client) {
    this.stage = stage;
    this.name = name;
    this.version = version;
    this.database = database;
    this.countSql = countSql;
    this.client = client;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Round round(Duration time) {
    long before = stored();
    Cpu cpu = Cpu.now(stage.postgres());
    long acknowledged = client.append(time);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    long stored = stored() - before;
    List<String> faults =
        stored == acknowledged
            ? List.of()
            : List.of("Expected " + acknowledged + " events stored, but found " + stored);
    return new Round(acknowledged, time, used, faults);
  }

  private long stored() {
    return JdbcClient.create(stage.superuser(database)).sql(countSql).query(Long.class).single();
  }

  @Override
  public void close() {
    // Its database goes with the stage.
  }
}
