package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Cancels a performance that many have tickets for, and kills the process while their money goes
 * back: nobody is paid twice, nobody is forgotten. {@code -Dcounterfoil.refunds=10000} for so many
 * tickets, {@code -Dcounterfoil.kills=5} for so many kills, {@code -Dcounterfoil.seed} for other
 * instants.
 */
class MassRefundTest {

  private static final int TICKETS = Integer.getInteger("counterfoil.refunds", 200);
  private static final int KILLS = Integer.getInteger("counterfoil.kills", 1);
  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127L);
  private static final Duration LONG = Duration.ofMinutes(20);

  private static final String[] SETTINGS = {
    "--counterfoil.demonstration=false", "--counterfoil.simulated-card-provider.training-only=false"
  };

  @Test
  void everybodyIsPaidBackOnce_whateverInterruptsIt(@TempDir Path data) throws Exception {
    System.out.println("counterfoil.seed=" + SEED);
    Random random = new Random(SEED);
    RunningProcess counterfoil = RunningProcess.start(data, SETTINGS);
    try {
      Shop shop = new Shop(counterfoil.port());
      String performance = shop.openPerformance(1, TICKETS);
      CardSales sales = new CardSales(shop, performance, random);
      Instant began = Instant.now();
      sales.sell(TICKETS);
      sales.refundSomeBefore();
      say(TICKETS + " tickets in " + sales.orders() + " orders were sold in " + since(began));

      began = Instant.now();
      shop.post("/performances/" + performance + "/cancellation", CardSales.ILLNESS);
      for (int kill = 0; kill < KILLS; kill++) {
        JsonNode before = awaitSome(shop, performance, random.nextDouble());
        counterfoil.kill();
        say("killed at " + before);
        counterfoil = RunningProcess.start(data, SETTINGS);
        shop = new Shop(counterfoil.port());
        sales = sales.in(shop);
        assertThat(done(job(shop, performance)))
            .as("what was decided stays so, seed %s", SEED)
            .isGreaterThanOrEqualTo(done(before));
      }
      JsonNode job = awaitAll(shop, performance);
      say("all of it took " + since(began) + " with " + KILLS + " kills: " + job);

      assertThat(job.get("total").asLong()).as("one came back before").isEqualTo(TICKETS - 1);
      assertThat(done(job)).isEqualTo(job.get("total").asLong());
      sales.verifyOrders(job.get("refunds"));
      sales.verifyProvider(data);
      sales.verifyBooks();
      // While PostgreSQL runs, which ends with the process.
      int unsound = new ProcessBuilder(Verifier.command("--data=" + data)).start().waitFor();
      assertThat(unsound).as("what the verifier says of the log and its tree").isZero();
    } finally {
      counterfoil.close();
    }
  }

  /** Until so much of the decisions is done; the money is on its way at the same time. */
  private static JsonNode awaitSome(Shop shop, String performance, double part) {
    return await()
        .atMost(LONG)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> job(shop, performance), job -> done(job) >= part * job.get("total").asLong());
  }

  private static JsonNode awaitAll(Shop shop, String performance) {
    return await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> job(shop, performance),
            job ->
                job.get("state").asString().equals("DONE")
                    && job.at("/refunds/paid").asLong() + job.at("/refunds/atCounter").asLong()
                        == job.at("/refunds/total").asLong());
  }

  private static JsonNode job(Shop shop, String performance) {
    return shop.get("/jobs/" + performance);
  }

  private static long done(JsonNode job) {
    return job.get("done").asLong();
  }

  private static Duration since(Instant began) {
    return Duration.between(began, Instant.now());
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
