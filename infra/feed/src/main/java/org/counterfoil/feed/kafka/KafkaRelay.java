package org.counterfoil.feed.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the log on a Kafka topic, in order of position, at least once. Any number may run; one
 * leads. Progress is kept in PostgreSQL (schema {@code relay}) only after the broker has
 * acknowledged, so a restart, a second leader for a moment or a topic created again lead to
 * duplicates and never to a loss. Kafka's transactions are not used.
 */
public final class KafkaRelay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaRelay.class);

  private final KafkaTopic topic;
  private final EventLog log;
  private final EventTail tail;
  private final DataSource progress;
  private final RelaySettings settings;
  private final MeterRegistry registry;
  private final List<Meter> meters;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile long position = -1;
  private volatile boolean isLeader;
  private boolean isFailing;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param progress gives the one connection that is kept while leading. Its role makes the schema
   *     {@code relay}, or owns it
   */
  public KafkaRelay(
      KafkaTopic topic,
      EventLog log,
      EventTail tail,
      DataSource progress,
      RelaySettings settings,
      MeterRegistry registry) {
    this.topic = topic;
    this.log = log;
    this.tail = tail;
    this.progress = progress;
    this.settings = settings;
    this.registry = registry;
    this.meters =
        List.of(
            Gauge.builder("counterfoil.relay.leader", this, relay -> relay.isLeader ? 1 : 0)
                .register(registry),
            Gauge.builder("counterfoil.relay.position", this, relay -> relay.position)
                .register(registry),
            Gauge.builder("counterfoil.relay.lag", this, KafkaRelay::lag).register(registry));
    this.thread = Thread.ofPlatform().name("kafka-relay").unstarted(this::run);
  }

  /** Begins to stand by, and to relay once it leads. */
  public void start() {
    thread.start();
  }

  /** Whether it leads, as far as it knows. */
  public boolean isLeader() {
    return isLeader;
  }

  /** Every event up to and including this one was relayed, when this one led last; -1 for none. */
  public long position() {
    return position;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    meters.forEach(registry::remove);
  }

  private long lag() {
    return isLeader ? Math.max(0, tail.lastPosition() - position) : 0;
  }

  private void run() {
    try {
      while (!isClosing()) {
        pause(leadIfPossible() ? settings.backOff() : settings.standBy());
      }
    } catch (InterruptedException e) {
      LOG.warn("Expected to be closed, but was interrupted: the relay has ended");
    }
  }

  /** Answers whether it led, and no longer does. */
  private boolean leadIfPossible() throws InterruptedException {
    try {
      Optional<RelayLeadership> taken = RelayLeadership.tryTake(progress, topic.name());
      if (taken.isEmpty()) {
        return false;
      }
      try (RelayLeadership leadership = taken.get()) {
        lead(leadership);
      } finally {
        isLeader = false;
      }
    } catch (TopicCreatedAgain e) {
      LOG.warn(e.getMessage());
    } catch (RuntimeException | SQLException e) {
      if (!isFailing) {
        LOG.warn("The relay waits, and tries again: {}", e.toString());
      }
      isFailing = true;
    }
    return true;
  }

  private void lead(RelayLeadership leadership) throws InterruptedException {
    try (Admin admin = Clients.admin(topic, "relay-admin");
        RelayTerm term = RelayTerm.begin(leadership, admin, topic)) {
      position = term.position();
      isLeader = true;
      long nextLook = System.nanoTime() + settings.lookAfter().toNanos();
      while (!isClosing()) {
        int relayed = term.relay(log, settings.batchSize());
        position = term.position();
        isFailing = false;
        if (relayed < settings.batchSize()) {
          pause(settings.pace());
          tail.awaitBeyond(position, settings.lookAfter().dividedBy(10));
        }
        if (System.nanoTime() - nextLook > 0) {
          term.lookAfter();
          nextLook = System.nanoTime() + settings.lookAfter().toNanos();
        }
      }
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration duration) throws InterruptedException {
    closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }
}
