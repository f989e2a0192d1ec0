package org.counterfoil.bench.edge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Stage;
import org.counterfoil.crowd.check.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ours: visitors of a waiting room ask where they stand, as fast as they are answered. */
final class Polling implements Contender {

  private static final int VISITORS = 2_000;
  private static final int WARM_UP_SECONDS = 20;
  private static final int WARM_UP_CONNECTIONS = 16;

  /** The room looks at the log by itself, whoever asks; this much more is chance. */
  private static final double CHANCE = 1.5;

  private static final int FEW = 20;

  private final Stage stage;
  private final Wrk wrk;
  private final int connections;
  private final String database;
  private final CommandProcess service;
  private final WaitingRoom room;
  private final Path tokens;
  private final double transactionsPerSecondAtRest;
  private String lastRound = "";

  Polling(Stage stage, Wrk wrk, int connections) throws Exception {
    this.stage = stage;
    this.wrk = wrk;
    this.connections = connections;
    this.database = stage.freshLog("polls");
    this.service = CommandProcess.start(stage, database);
    String performance = new Arena(service.url()).open(1).getFirst().toString();
    this.room = new WaitingRoom(service.url(), performance, Settings.number("visitors", VISITORS));
    this.tokens = stage.settings().folder().resolve("visitor-tokens.txt");
    Files.write(tokens, room.tokens());
    ask(WARM_UP_CONNECTIONS, Duration.ofSeconds(Settings.number("warmup", WARM_UP_SECONDS)));
    this.transactionsPerSecondAtRest = transactionsAtRest();
  }

  private double transactionsAtRest() throws InterruptedException {
    long before = transactions();
    long seconds = stage.settings().roundTime().toSeconds();
    TimeUnit.SECONDS.sleep(seconds);
    return (double) (transactions() - before) / seconds;
  }

  @Override
  public String name() {
    return "Counterfoil, waiting-room polls, " + connections + " connections";
  }

  @Override
  public String version() {
    return "this";
  }

  @Override
  public Round round(Duration time) throws Exception {
    Cpu cpu = Cpu.now(stage.postgres());
    Duration served = service.cpu();
    long before = transactions();
    Wrk.Done done = ask(connections, time);
    long transactions = transactions() - before;
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    return new Round(
        done.acknowledged(),
        done.elapsed(),
        new Cpu(service.cpu().minus(served), used.postgres(), used.programs()),
        faults(done, transactions));
  }

  private Wrk.Done ask(int parallel, Duration time) throws Exception {
    return wrk.run(
        "gets.lua", service.url(), parallel, time, List.of(room.path(), tokens.toString()));
  }

  private List<String> faults(Wrk.Done done, long transactions) throws Exception {
    List<String> faults = new ArrayList<>();
    if (done.refused() + done.broken() > 0) {
      faults.add("Expected every poll to be answered, but got " + done);
    }
    double atRest = transactionsPerSecondAtRest * done.elapsed().toMillis() / 1e3;
    lastRound =
        "%,d polls in the last round, %,d database transactions meanwhile, %,.0f in that time without polls"
            .formatted(done.acknowledged(), transactions, atRest);
    if (transactions > atRest * CHANCE + FEW) {
      faults.add("Expected polls to cost no access to the database, but there were " + lastRound);
    }
    Checked draw = room.check();
    if (!draw.holds()) {
      faults.add("Expected places by the draw, but " + draw.examples());
    }
    return faults;
  }

  /** Of the service's database, as PostgreSQL counts them. */
  private long transactions() {
    return JdbcClient.create(stage.superuser("postgres"))
        .sql("select xact_commit + xact_rollback from pg_stat_database where datname = ?")
        .param(database)
        .query(Long.class)
        .single();
  }

  /** What the last round did to the database. */
  String lastRound() {
    return lastRound;
  }

  @Override
  public void close() {
    service.close();
  }
}
