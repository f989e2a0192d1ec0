package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the process, and PostgreSQL, in the middle of sales. How often: {@code
 * -Dcounterfoil.kills=n}, 2 by default.
 */
class KilledWhileSellingTest {

  private static final int KILLS = Integer.getInteger("counterfoil.kills", 2);
  private static final int SEATS = 4_000;
  private static final int SELLERS = 8;

  /** Vouchers that were about to pay for an order. */
  private final Map<String, String> spending = new ConcurrentHashMap<>();

  @Test
  void nothingThatWasAcknowledgedIsMissingAfterwards(@TempDir Path data) throws Exception {
    Set<Integer> sold = new ConcurrentSkipListSet<>();
    AtomicInteger next = new AtomicInteger(1);
    String performance = "";
    for (int kill = 0; kill <= KILLS; kill++) {
      RunningProcess counterfoil = RunningProcess.start(data, "--counterfoil.demonstration=false");
      Shop shop = new Shop(counterfoil.port());
      if (performance.isEmpty()) {
        performance = shop.openPerformance(SEATS);
      }
      verify(shop, performance, sold);
      verifyVouchers(shop);
      if (kill == KILLS) {
        int unsound = new ProcessBuilder(Verifier.command("--data=" + data)).start().waitFor();
        assertThat(unsound).as("what the verifier says of the log and its tree").isZero();
        counterfoil.close();
      } else {
        int before = sold.size();
        sellUntilKilled(shop, performance, sold, next, before + 60, kill, counterfoil, data);
      }
    }
    assertThat(sold).hasSizeGreaterThanOrEqualTo(KILLS * 60);
    assertThat(spending).as("vouchers that were spent").hasSizeGreaterThanOrEqualTo(KILLS * 20);
  }

  /** Sells with several sellers, and kills once enough is sold: the process or PostgreSQL too. */
  private void sellUntilKilled(
      Shop shop,
      String performance,
      Set<Integer> sold,
      AtomicInteger next,
      int enough,
      int kill,
      RunningProcess counterfoil,
      Path data) {
    try (ExecutorService sellers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int seller = 0; seller < SELLERS; seller++) {
        sellers.execute(() -> sellOn(shop, performance, sold, next));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> sold.size() >= enough);
      if (kill % 2 == 1) {
        killPostgres(data);
      }
      counterfoil.kill();
    }
  }

  private void sellOn(Shop shop, String performance, Set<Integer> sold, AtomicInteger next) {
    String organisation = shop.organisationOf(performance);
    while (next.get() < SEATS) {
      int seat = next.getAndIncrement();
      try {
        Reply reply =
            seat % 2 == 0
                ? shop.sell(performance, seat)
                : sellForVoucher(shop, organisation, performance, seat);
        if (reply.status() == 201) {
          sold.add(seat);
        }
      } catch (IOException killed) {
        return;
      }
    }
  }

  private Reply sellForVoucher(Shop shop, String organisation, String performance, int seat)
      throws IOException {
    String code = shop.sellVoucher(organisation);
    Reply order = shop.order(performance, seat);
    if (code == null || order.status() != 201) {
      return order.status() == 201 ? new Reply(500, order.body(), -1) : order;
    }
    String id = order.body().get("orderId").asString();
    spending.put(code, id);
    return shop.pay(id, code);
  }

  /** What a voucher paid has its ticket, and what has no ticket is left on the voucher. */
  private void verifyVouchers(Shop shop) {
    spending.forEach(
        (code, order) ->
            await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                    () -> {
                      String state = shop.get("/orders/" + order).get("state").asString();
                      assertThat(shop.balance(code))
                          .as("a voucher whose order is %s", state)
                          .isEqualTo(state.equals("COMPLETED") ? 0 : 2_500);
                    }));
  }

  private static void killPostgres(Path data) {
    try {
      String pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
      new ProcessBuilder("kill", "-9", pid).start().waitFor();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Every acknowledged sale is there; the dashboard counts them; a rebuild equals what is live. */
  private static void verify(Shop shop, String performance, Set<Integer> sold) throws IOException {
    JsonNode dashboard = shop.get("/dashboards/performances/" + performance);
    assertThat(dashboard.get("sold").asInt()).isGreaterThanOrEqualTo(sold.size());
    assertThat(dashboard.get("grossMinor").asLong())
        .isEqualTo(2_500L * dashboard.get("sold").asInt());
    for (int seat : sold) {
      assertThat(shop.hold(performance, seat).body().path("code").asString())
          .as("seat %s was sold", seat)
          .isEqualTo("SEAT_ALREADY_SOLD");
    }
    shop.post("/operations/projections/sales/check", Map.of());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(shop.get("/operations/projections").toString())
                    .contains("\"isEqual\":true"));
  }
}
