package org.counterfoil.eventstore.integrity.growth;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.tile.DamagedTiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the tree follow the log and signs checkpoints of it. An event is <em>sequenced</em> once it
 * is in the log, <em>integrated</em> once it is in the tree, and <em>published</em> once a
 * checkpoint covers it. Any number of processes may run this; one leads. It is behind the log: no
 * sale waits for it, and where it stops, everything is made good at the next start.
 */
public final class LogIntegrity implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogIntegrity.class);

  private final DataSource dataSource;
  private final LogKeys keys;
  private final Clock clock;
  private final IntegritySettings settings;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile IntegrityStatus status = IntegrityStatus.STANDING_BY;
  private boolean isFailing;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param dataSource logs in as {@code counterfoil_integrity}; gives one connection that is kept
   *     while leading
   * @param clock for when a checkpoint was signed
   */
  public LogIntegrity(
      DataSource dataSource, LogKeys keys, Clock clock, IntegritySettings settings) {
    this.dataSource = dataSource;
    this.keys = keys;
    this.clock = clock;
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("log-integrity").unstarted(this::run);
  }

  /** Begins to stand by, and to work once it leads. */
  public void start() {
    thread.start();
  }

  /** How it stands. */
  public IntegrityStatus status() {
    return status;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!isClosing()) {
        leadIfPossible();
        pause(settings.standBy());
      }
    } catch (InterruptedException e) {
      LOG.warn("Expected to be closed, but was interrupted: no checkpoint is signed any more");
    }
  }

  private void leadIfPossible() throws InterruptedException {
    try {
      Optional<LeadingConnection> taken = LeadingConnection.tryTake(dataSource);
      if (taken.isEmpty()) {
        status = IntegrityStatus.STANDING_BY;
        return;
      }
      try (LeadingConnection leading = taken.get()) {
        lead(leading);
      }
    } catch (IntegrityFault | DamagedTiles fault) {
      String why = String.valueOf(fault.getMessage());
      if (!why.equals(status.fault())) {
        LOG.error("No checkpoint is signed: {}", why);
      }
      status = status.withFault(why);
    } catch (RuntimeException | SQLException e) {
      if (!isFailing) {
        LOG.warn("The tree does not grow, trying again: {}", e.toString());
      }
      isFailing = true;
      status = status.standingBy();
    }
  }

  /** Ends when it is closed, or by an exception. */
  private void lead(LeadingConnection leading) throws InterruptedException {
    CheckpointSigner signer = new CheckpointSigner(keys, clock, leading.source());
    TreeGrowth growth =
        TreeGrowth.resume(leading.source(), leading.transactions(), settings.batchSize());
    signer.publishKeys();
    while (!isClosing()) {
      growAndSign(growth, signer);
      isFailing = false;
      pause(settings.every());
    }
  }

  private void growAndSign(TreeGrowth growth, CheckpointSigner signer) {
    int taken;
    do {
      taken = growth.takeBatch();
      status = status.grownTo(growth.tree().size());
    } while (taken == settings.batchSize() && !isClosing());
    Optional<SignedCheckpoint> newest = signer.sign(growth.tree());
    status =
        new IntegrityStatus(
            true,
            growth.tree().size(),
            newest.map(signed -> signed.checkpoint().size()).orElse(0L),
            newest.map(SignedCheckpoint::signedAt).orElse(null),
            null);
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause(Duration duration) throws InterruptedException {
    closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }
}
