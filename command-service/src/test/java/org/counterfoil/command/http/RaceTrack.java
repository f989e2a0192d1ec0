package org.counterfoil.command.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * One performance on which clients race through several services: for one seat, for pairs that
 * share a seat, for the last places of an area. In each race one can win.
 */
final class RaceTrack {

  private static final int SEATS_PER_ROW = 99;
  private static final int SEATS_PER_RACE = 3;
  private static final int CLIENTS = 8;

  private static final String PRICES =
      """
      {"STALLS":[{"priceType":"FULL","name":"Plein","faceValueMinor":2500,"taxRate":"5.5"}],
       "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":1500,"taxRate":"5.5"}]}
      """;

  private final List<? extends Served> services;
  private final String performance;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * What a race came to.
   *
   * @param slowestRefusal how long a loser waited, at most
   */
  record Result(List<Answer> answers, Duration slowestRefusal) {

    List<Answer> winners() {
      return answers.stream().filter(answer -> answer.status() == 201).toList();
    }

    List<String> refusals() {
      return answers.stream()
          .filter(answer -> answer.status() != 201)
          .map(Answer::outcome)
          .toList();
    }
  }

  private record Timed(Answer answer, Duration time) {}

  RaceTrack(List<? extends Served> services, int races) {
    this.services = services;
    this.performance =
        new Arena(Api.of(services.getFirst()).admin(), plan(races))
            .schedule("2099-06-01T18:00:00Z", PRICES);
  }

  PerformanceId performance() {
    return PerformanceId.of(performance);
  }

  private static String plan(int races) {
    StringBuilder rows = new StringBuilder();
    int count = races * SEATS_PER_RACE / SEATS_PER_ROW + 1;
    for (int row = 1; row <= count; row++) {
      rows.append(row == 1 ? "" : ",")
          .append(
              "{\"label\":\"%d\",\"seatRange\":{\"from\":1,\"to\":%d}}"
                  .formatted(row, SEATS_PER_ROW));
    }
    return """
        {"name":"Arène","zones":[{"name":"STALLS","rank":1},{"name":"FLOOR"}],
         "sections":[{"name":"ORCH","zone":"STALLS","rows":[%s]}],
         "areas":[{"name":"PIT","zone":"FLOOR","capacity":3}]}
        """
        .formatted(rows);
  }

  /** Lets all clients ask at once, each through the next service. */
  Result race(int number) throws Exception {
    return race(client -> wish(number, client));
  }

  /** All leave the choice to the house: everybody wants the same two seats, the best. */
  Result herd() throws Exception {
    return race(client -> "{\"bestAvailable\":{\"zone\":\"STALLS\",\"quantity\":2}}");
  }

  private Result race(IntFunction<String> wishes) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    List<Future<Timed>> running = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Api buyer = Api.of(services.get(client % services.size()));
      String wish = wishes.apply(client);
      Callable<Answer> ask = () -> buyer.post("/performances/" + performance + "/holds", wish);
      running.add(threads.submit(() -> timed(start, ask)));
    }
    List<Answer> answers = new ArrayList<>();
    Duration slowest = Duration.ZERO;
    for (Future<Timed> one : running) {
      Timed timed = one.get();
      answers.add(timed.answer());
      boolean isSlowest = timed.answer().status() != 201 && timed.time().compareTo(slowest) > 0;
      slowest = isSlowest ? timed.time() : slowest;
    }
    return new Result(answers, slowest);
  }

  static boolean isForAnArea(int number) {
    return number % SEATS_PER_RACE == 2;
  }

  private static Timed timed(CyclicBarrier start, Callable<Answer> ask) throws Exception {
    start.await();
    long before = System.nanoTime();
    Answer answer = ask.call();
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - before));
  }

  private static String wish(int race, int client) {
    int first = race * SEATS_PER_RACE;
    return switch (race % SEATS_PER_RACE) {
      case 0 -> Theatre.seats(seat(first));
      case 1 -> Theatre.seats(seat(first + client % 2), seat(first + client % 2 + 1));
      default -> "{\"area\":\"PIT\",\"quantity\":2}";
    };
  }

  private static String seat(int number) {
    return "ORCH-" + (number / SEATS_PER_ROW + 1) + "-" + (number % SEATS_PER_ROW + 1);
  }

  /** Sends one request with one key to every service at once; the different answers to it. */
  Set<String> doubleClick(int number) throws Exception {
    CyclicBarrier start = new CyclicBarrier(services.size());
    String key = UUID.randomUUID().toString();
    String wish = Theatre.seats(seat(number));
    List<Future<Timed>> running = new ArrayList<>();
    for (Served service : services) {
      Api buyer = Api.of(service).with("Idempotency-Key", key);
      Callable<Answer> ask = () -> buyer.post("/performances/" + performance + "/holds", wish);
      running.add(threads.submit(() -> timed(start, ask)));
    }
    Set<String> answers = new HashSet<>();
    for (Future<Timed> one : running) {
      answers.add(one.get().answer().expecting(201).body());
    }
    return answers;
  }

  /** Through the other service than the first. */
  void giveBack(Answer hold) {
    Api.of(services.getLast())
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);
  }
}
