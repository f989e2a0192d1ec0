package org.counterfoil.command.payment.simulated;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.counterfoil.eventstore.codec.DomainJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notifications, each until it is heard: again after a moment, then less and less often. */
final class Delivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("simulated-card-provider-", 0).factory());
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Signature signature;
  private final Addresses addresses;
  private final Clock clock;

  Delivery(Signature signature, Addresses addresses, Clock clock) {
    this.signature = signature;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** Sends it after the delay; {@code heard} is told its id once it was answered with 2xx. */
  void send(Notice notice, Duration delay, Consumer<UUID> heard) {
    attempt(notice, delay, FIRST_PAUSE, heard);
  }

  private void attempt(Notice notice, Duration delay, Duration pause, Consumer<UUID> heard) {
    try {
      var unused =
          timer.schedule(
              () -> {
                if (isHeard(notice)) {
                  heard.accept(notice.id());
                } else {
                  Duration doubled = pause.multipliedBy(2);
                  attempt(
                      notice,
                      pause,
                      doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled,
                      heard);
                }
              },
              delay.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Notification {} waits for the next start", notice.id());
    }
  }

  private boolean isHeard(Notice notice) {
    String body = DomainJson.mapper().writeValueAsString(notice);
    try {
      HttpResponse<Void> answer =
          http.send(
              HttpRequest.newBuilder(addresses.notifications())
                  .timeout(TIMEOUT)
                  .header("Content-Type", "application/json")
                  .header(Signature.HEADER, signature.sign(body, clock.instant()))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      LOG.debug("Notification {} was answered with {}", notice.id(), answer.statusCode());
      return answer.statusCode() / 100 == 2;
    } catch (IOException unreachable) {
      LOG.debug("Notification {} did not arrive, trying again", notice.id(), unreachable);
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    http.shutdownNow();
  }
}
