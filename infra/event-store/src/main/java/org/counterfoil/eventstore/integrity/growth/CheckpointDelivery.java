package org.counterfoil.eventstore.integrity.growth;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.growth.Deliveries.Delivery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the newest checkpoint out of the house by {@code POST}, as plain text, whenever there is a
 * new one and its time has come. On a thread of its own: nobody waits for the other side. What is
 * not taken (any answer but 2xx) is tried again, later and later; a redirection is not followed.
 */
public final class CheckpointDelivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointDelivery.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DeliverySettings settings;
  private final Checkpoints checkpoints;
  private final Deliveries deliveries;
  private final BooleanSupplier isLeader;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile DeliveryStatus status = new DeliveryStatus(0, 0, null);

  /**
   * How it goes.
   *
   * @param delivered how many were taken since the start
   * @param failures how many attempts failed since one was taken
   * @param problem what the last attempt failed by; missing where it did not
   */
  public record DeliveryStatus(long delivered, int failures, @Nullable String problem) {}

  /**
   * Prepares; {@link #start} begins.
   *
   * @param dataSource logs in as {@code counterfoil_integrity}
   * @param isLeader one process sends, the one that signs
   */
  public CheckpointDelivery(
      DeliverySettings settings, DataSource dataSource, BooleanSupplier isLeader, Clock clock) {
    this.settings = settings;
    this.checkpoints = new Checkpoints(dataSource);
    this.deliveries = new Deliveries(dataSource);
    this.isLeader = isLeader;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("checkpoint-delivery").unstarted(this::run);
  }

  /** Begins to send. */
  public void start() {
    thread.start();
  }

  /** How it goes. */
  public DeliveryStatus status() {
    return status;
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt(); // it may wait for the other side
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    http.shutdownNow();
  }

  private void run() {
    try {
      Duration pause = LOOK;
      while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = isLeader.getAsBoolean() ? round() : LOOK;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends what is due; answers how long to wait now. */
  private Duration round() throws InterruptedException {
    try {
      Optional<SignedCheckpoint> due = due();
      if (due.isPresent()) {
        send(due.get());
        deliveries.add(new Delivery(due.get().checkpoint().size(), clock.instant()));
        status = new DeliveryStatus(status.delivered() + 1, 0, null);
      }
      return LOOK;
    } catch (IOException | RuntimeException failed) {
      String problem = String.valueOf(failed.getMessage());
      status = new DeliveryStatus(status.delivered(), status.failures() + 1, problem);
      if (status.failures() == 1) {
        LOG.warn("A checkpoint could not be sent, trying again: {}", problem);
      }
      return settings.pauseAfter(status.failures());
    }
  }

  private Optional<SignedCheckpoint> due() {
    Optional<Delivery> last = deliveries.last();
    long sent = last.map(Delivery::treeSize).orElse(0L);
    Instant sentAt = last.map(Delivery::deliveredAt).orElse(null);
    return settings.isDue(sentAt, clock.instant())
        ? checkpoints.latest().filter(newest -> newest.checkpoint().size() > sent)
        : Optional.empty();
  }

  private void send(SignedCheckpoint signed) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(settings.address())
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(signed.note()))
            .build();
    int answer = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (answer / 100 != 2) {
      throw new IOException("Expected the checkpoint to be taken, but the answer was " + answer);
    }
  }
}
