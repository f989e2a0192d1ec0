package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker inside this JVM (KRaft, one node, loopback only, no authentication), kept in a
 * data folder across restarts. It carries events to projections; it is not where they are kept, so
 * a record is confirmed before it is on disk, as is usual for Kafka.
 *
 * <p>Ports are remembered in the folder and taken again while they are free, so that clients
 * reconnect. One JVM at a time uses a folder.
 *
 * <p>Kafka is talkative: set the loggers {@code kafka}, {@code org.apache.kafka} and {@code
 * state.change.logger} to WARN.
 */
public final class LocalKafka implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalKafka.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

  private final FolderLock lock;
  private final KafkaRaftServer server;
  private final KafkaPorts ports;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalKafka(FolderLock lock, KafkaRaftServer server, KafkaPorts ports) {
    this.lock = lock;
    this.server = server;
    this.ports = ports;
  }

  /**
   * Starts on the ports of last time, or on free ones.
   *
   * @param dataFolder created if missing; Kafka's files go to {@code kafka} inside
   * @throws EmbeddedServerException if it does not start
   */
  public static LocalKafka start(Path dataFolder) {
    return start(dataFolder, 0);
  }

  /**
   * Starts on the given port.
   *
   * @param port for clients; 0 for the one of last time, or a free one
   * @throws EmbeddedServerException if it does not start
   */
  public static LocalKafka start(Path dataFolder, int port) {
    KafkaFolder folder = KafkaFolder.in(dataFolder);
    FolderLock lock = folder.createAndLock();
    try {
      KafkaProcedures.install();
      KafkaPorts ports = KafkaPorts.choose(folder.portsFile(), port);
      folder.format();
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(KafkaSettings.of(folder, ports), false), Time.SYSTEM);
      LocalKafka kafka = new LocalKafka(lock, server, ports);
      kafka.startUp();
      return kafka;
    } catch (IOException e) {
      lock.close();
      throw new EmbeddedServerException("Expected to start Kafka, but failed: " + e, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void startUp() {
    try {
      server.startup();
    } catch (RuntimeException e) {
      stop();
      throw new EmbeddedServerException(
          "Expected Kafka to start on %s, but failed: %s".formatted(bootstrapServers(), e), e);
    }
  }

  /** For clients' {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.broker();
  }

  /** Stops the broker; its records stay. May be repeated. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      stop();
    } finally {
      lock.close();
    }
  }

  /** Kafka's own shutdown has waits without bound. */
  private void stop() {
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(
            () -> {
              server.shutdown();
              server.awaitShutdown();
            },
            task -> Thread.ofPlatform().name("kafka-stop").daemon().start(task));
    try {
      stopped.get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.warn("Kafka has not stopped cleanly; it recovers its log at the next start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
