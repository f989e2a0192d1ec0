package org.counterfoil.command.privacy.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.vault.MasterKeyRotation;
import org.counterfoil.vault.VaultUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Encrypts all keys with the newest version of the master key, whoever made it, some at a time.
 * Whatever interrupts it, the next look finds those that are left.
 */
final class RewrapProcess implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RewrapProcess.class);

  /** So many are read at once, each opened and closed again with the master key. */
  private static final int STEP = 200;

  /** What was encrypted before a version was made may be stored a moment after it. */
  private static final Duration LATE = Duration.ofHours(1);

  private final OpenedVault vault;
  private final Clock clock;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("rewrapping").factory());
  private String complete = "";
  private Instant completeAt = Instant.EPOCH;
  private volatile boolean isRunning;

  RewrapProcess(OpenedVault vault, Clock clock, Duration every) {
    this.vault = vault;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public void start() {
    isRunning = true;
    var unused =
        timer.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks soon, because there is a new version. */
  void wake() {
    timer.execute(this::look);
  }

  private void look() {
    try {
      MasterKeyRotation rotation = vault.rotation();
      String newest = rotation.master().newest().name();
      if (!newest.equals(complete) || clock.instant().isBefore(completeAt.plus(LATE))) {
        rewrap(rotation, newest);
      }
    } catch (VaultUnavailable away) {
      LOG.debug("The vault is away; keys are encrypted anew later", away);
    } catch (RuntimeException failed) {
      LOG.warn("Expected to encrypt keys anew, but could not; trying again later", failed);
    }
  }

  private void rewrap(MasterKeyRotation rotation, String newest) {
    Optional<DataKeyId> last = Optional.of(MasterKeyRotation.BEGINNING);
    while (last.isPresent() && isRunning) {
      last = rotation.step(last.get(), STEP);
    }
    Map<String, Long> counts = rotation.counts();
    if (counts.keySet().stream().allMatch(newest::equals)) {
      rotation.complete(newest, clock.instant());
      if (!newest.equals(complete)) {
        LOG.info("All keys are encrypted by version {} of the master key", newest);
        complete = newest;
        completeAt = clock.instant();
      }
    } else if (isRunning) {
      LOG.warn("Expected all keys to be encrypted by version {}, but: {}", newest, counts);
    }
  }

  @Override
  public void stop() {
    isRunning = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }
}
