package org.counterfoil.bench.holds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Stage;

/** M2 and M3: holds on one performance, against stores that append one event per commit. */
public record AgainstStores(String id, double aim, List<Peer> peers) implements Benchmark {

  private static final int PEERS_CLIENTS = 64;

  /** What can be compared with. */
  public enum Peer {
    PGBENCH,
    MESSAGE_DB,
    EMMETT
  }

  @Override
  public String question() {
    return "Holds of two seats on one performance of %,d seats, in process, durable, %d clients"
        .formatted(AgainstAxon.SEATS, AgainstAxon.CLIENTS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    try (OurLanes ours =
        new OurLanes("Counterfoil", stage, AgainstAxon.CLIENTS, AgainstAxon.SEATS, 1)) {
      ours.round(stage.settings().roundTime());
      List<Contender> contenders = new ArrayList<>(List.of(ours));
      List<String> missing = new ArrayList<>();
      for (Peer peer : peers) {
        open(peer, stage, ours).ifPresentOrElse(contenders::add, () -> missing.add(howTo(peer)));
      }
      List<Series> series = Alternation.run(stage, contenders);
      List<Report.Aim> aims = new ArrayList<>();
      for (int peer = 1; peer < series.size(); peer++) {
        aims.add(Report.Aim.ratio(series, peer, aim));
      }
      Report report = Report.ofRates(series, "hold", aims);
      for (String note : missing) {
        report = report.noting(note);
      }
      return report;
    }
  }

  private static Optional<Contender> open(Peer peer, Stage stage, OurLanes ours) throws Exception {
    Optional<PgBenchProgram> program = PgBenchProgram.installed();
    boolean hasNode = NodePackages.areAvailable();
    return switch (peer) {
      case PGBENCH ->
          program.isEmpty()
              ? Optional.empty()
              : Optional.of(PgBench.of(stage, program.get(), PEERS_CLIENTS, ours.entry().length()));
      case MESSAGE_DB ->
          program.isEmpty() || !hasNode
              ? Optional.empty()
              : Optional.of(MessageDb.of(stage, program.get(), PEERS_CLIENTS, ours.payload()));
      case EMMETT ->
          hasNode ? Optional.of(Emmett.of(stage, PEERS_CLIENTS, ours.payload())) : Optional.empty();
    };
  }

  private static String howTo(Peer peer) {
    return switch (peer) {
      case PGBENCH -> "NOT MEASURED: pgbench is missing; Debian has it in \"postgresql\"";
      case MESSAGE_DB -> "NOT MEASURED: message-db wants pgbench, node and npm";
      case EMMETT -> "NOT MEASURED: Emmett wants node and npm";
    };
  }
}
