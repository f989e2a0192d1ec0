package org.counterfoil.eventstore.integrity.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointDeliveryTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SHORTLY = Duration.ofMillis(20);

  @TempDir private Path data;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ArrayDeque<>();
  private GrowingLog log;
  private HttpServer accountant;

  @BeforeEach
  void create() throws Exception {
    log = new GrowingLog(data.resolve("keys"));
    accountant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    accountant.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Integer answer = answers.poll();
          if (answer == null) {
            taken.add(exchange.getRequestURI() + " " + body);
          }
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
          exchange.close();
        });
    accountant.start();
  }

  @AfterEach
  void close() {
    accountant.stop(0);
    log.close();
  }

  @Test
  void theNewestCheckpointIsSent_andTriedAgainUntilItIsTaken() {
    answers.addAll(List.of(500, 302, 404));
    log.append(3);
    String note = log.signAll().note();

    try (CheckpointDelivery delivery = start(Duration.ZERO)) {
      await().until(() -> taken.size() == 1);

      assertThat(taken).containsExactly("/counterfoil?secret " + note);
      await().until(() -> delivery.status().delivered() == 1);
      assertThat(delivery.status().failures()).isZero();
      log.append(2);
      String next = log.signAll().note();
      await().until(() -> taken.size() == 2);
      assertThat(taken.getLast()).endsWith(next);
    }
    try (CheckpointDelivery again = start(Duration.ZERO)) {
      log.append(1);
      log.signAll();
      await().until(() -> taken.size() == 3);
      assertThat(again.status().delivered()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void whatIsNotTakenIsTold_andHoldsUpNobody() {
    accountant.stop(0);
    log.append(3);
    log.signAll();

    try (CheckpointDelivery delivery = start(Duration.ZERO)) {
      await().until(() -> delivery.status().failures() >= 3);
      assertThat(delivery.status().problem()).isNotNull().doesNotContain("secret");
      log.append(3);
      assertThat(log.signAll().checkpoint().size()).isEqualTo(6);
    }
  }

  @Test
  void whoDoesNotLeadSendsNothing() {
    log.append(3);
    log.signAll();
    try (CheckpointDelivery idle =
        new CheckpointDelivery(
            settings(Duration.ZERO),
            log.store().as(DatabaseRoles.INTEGRITY),
            () -> false,
            Clock.systemUTC())) {
      idle.start();
      try (CheckpointDelivery leading = start(Duration.ZERO)) {
        await().until(() -> leading.status().delivered() == 1);
      }
      assertThat(idle.status().delivered()).isZero();
    }
  }

  @Test
  void oneIsDueWhenItsTimeIsOver_andAtTheEndOfADay() {
    DeliverySettings settings = settings(HOUR);
    Instant evening = Instant.parse("2026-11-26T22:30:00Z"); // 23:30 in Paris

    assertThat(settings.isDue(null, evening)).isTrue();
    assertThat(settings.isDue(evening, evening.plusSeconds(60))).isFalse();
    assertThat(settings.isDue(evening, evening.plusSeconds(1_799))).isFalse();
    assertThat(settings.isDue(evening, evening.plusSeconds(1_800))).as("midnight").isTrue();
    assertThat(settings.isDue(evening.minus(HOUR), evening)).isTrue();
  }

  @Test
  void pausesGrowLongerUpToTenMinutes() {
    DeliverySettings settings =
        new DeliverySettings(URI.create("http://localhost/"), HOUR, PARIS, Duration.ofSeconds(5));

    assertThat(settings.pauseAfter(1)).hasSeconds(5);
    assertThat(settings.pauseAfter(2)).hasSeconds(10);
    assertThat(settings.pauseAfter(3)).hasSeconds(20);
    assertThat(settings.pauseAfter(9)).hasMinutes(10);
    assertThat(settings.pauseAfter(Integer.MAX_VALUE)).hasMinutes(10);
  }

  @Test
  void onlyTheWebIsAnAddress() {
    for (String address : List.of("file:///etc/passwd", "ftp://a/", "/path", "http:/nohost")) {
      assertThatThrownBy(
              () -> new DeliverySettings(URI.create(address), HOUR, PARIS, Duration.ofSeconds(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(address);
    }
  }

  private CheckpointDelivery start(Duration every) {
    CheckpointDelivery delivery =
        new CheckpointDelivery(
            settings(every),
            log.store().as(DatabaseRoles.INTEGRITY),
            () -> true,
            Clock.systemUTC());
    delivery.start();
    return delivery;
  }

  private DeliverySettings settings(Duration every) {
    int port = accountant.getAddress().getPort();
    return new DeliverySettings(
        URI.create("http://127.0.0.1:" + port + "/counterfoil?secret"), every, PARIS, SHORTLY);
  }
}
