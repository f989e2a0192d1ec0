package org.counterfoil.http.access;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.counterfoil.eventstore.log.EventTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the {@link AccessDirectory} up with the log, so that what another process revokes stops
 * working here a moment later. Knows everything there is before the server takes requests.
 */
public final class AccessFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFollower.class);

  private static final Duration WAIT = Duration.ofSeconds(30);

  /** Appends come by the hundred a second; what is about access among them can wait this long. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final AccessDirectory directory;
  private final EventTail tail;
  private volatile @Nullable Thread follower;

  public AccessFollower(AccessDirectory directory, EventTail tail) {
    this.directory = directory;
    this.tail = tail;
  }

  @Override
  public void start() {
    directory.catchUp();
    // Known before it runs: a follower that looks whether it is wanted before it is noted would
    // end.
    Thread unstarted = Thread.ofVirtual().name("access-follower").unstarted(this::follow);
    follower = unstarted;
    unstarted.start();
  }

  @Override
  public void stop() {
    Thread running = follower;
    follower = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return follower != null;
  }

  private void follow() {
    long seen = -1;
    boolean isBehind = false;
    try {
      while (isRunning()) {
        if (isBehind || tail.awaitBeyond(seen, WAIT)) {
          long last = tail.lastPosition();
          boolean wasBehind = isBehind;
          isBehind = !catchUp(wasBehind);
          seen = isBehind ? seen : last;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // by stop()
    }
  }

  /** A database that is away is said once, and tried until it is back. */
  private boolean catchUp(boolean wasBehind) {
    try {
      directory.catchUp();
      return true;
    } catch (RuntimeException failed) {
      if (!wasBehind) {
        LOG.warn("Expected to read access events, but could not; trying again", failed);
      }
      return false;
    }
  }
}
