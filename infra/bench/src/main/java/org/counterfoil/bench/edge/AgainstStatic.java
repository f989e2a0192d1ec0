package org.counterfoil.bench.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.counterfoil.bench.Alternation;
import org.counterfoil.bench.Benchmark;
import org.counterfoil.bench.Report;
import org.counterfoil.bench.Series;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;

/** M13: polls of a waiting room against a file that does not change; and a draw. */
public final class AgainstStatic implements Benchmark {

  private static final int CONNECTIONS = 256;
  private static final int SEATS = 20_000;
  private static final int SEATS_PER_BYTE = 4;
  private static final double AIM = 1;
  private static final double MOST_SECONDS = 2;

  @Override
  public String id() {
    return "M13";
  }

  @Override
  public String question() {
    return "Polls of a waiting room, without database access, against nginx serving the"
        + " availability of %,d seats as a file; and a draw of 1,000,000".formatted(SEATS);
  }

  @Override
  public Report run(Stage stage) throws Exception {
    Spread draw = DrawOfAMillion.seconds(stage);
    Optional<Path> wrk = Wrk.installed();
    Optional<Path> nginx = Nginx.installed();
    if (wrk.isEmpty() || nginx.isEmpty()) {
      return withDraw(
          new Report(
              List.of(List.of("polls: not measured")),
              List.of("Expected wrk and nginx to be installed, but one is missing"),
              List.of()),
          draw);
    }
    Wrk generator = new Wrk(wrk.get(), stage.settings().folder());
    try (Polling ours = new Polling(stage, generator, CONNECTIONS);
        Nginx theirs = new Nginx(stage, generator, nginx.get(), CONNECTIONS, availability())) {
      List<Series> series = Alternation.run(stage, List.of(ours, theirs));
      return withDraw(
          Report.ofRates(series, "answer", List.of(Report.Aim.ratio(series, 1, AIM)))
              .noting(ours.lastRound())
              .noting(
                  "Every poll is another visitor's; each round ends with the places of all of them"
                      + " compared with the draw as anybody can compute it. The first processor"
                      + " time is that of the command service and of nginx's workers."),
          draw);
    }
  }

  private static Report withDraw(Report polls, Spread draw) {
    List<Report.Aim> aims = new ArrayList<>(polls.aims());
    aims.add(
        new Report.Aim(
            "a draw of 1,000,000 entrants within 2 s: it takes " + draw + " s",
            draw.median() <= MOST_SECONDS));
    return new Report(polls.table(), polls.notes(), aims);
  }

  /** As the query service says it: two bits a seat. */
  private static byte[] availability() {
    byte[] states = new byte[SEATS / SEATS_PER_BYTE];
    new SplittableRandom(1).nextBytes(states);
    return """
    {"position":123456,"zones":[{"zone":"STALLS","capacity":20000,"available":10000,"held":2000,\
    "sold":8000,"heldBack":0}],"areas":[],"seatOrder":"%s","seatCount":20000,"seats":"%s"}"""
        .formatted("ab".repeat(32), Base64.getEncoder().encodeToString(states))
        .getBytes(StandardCharsets.UTF_8);
  }
}
