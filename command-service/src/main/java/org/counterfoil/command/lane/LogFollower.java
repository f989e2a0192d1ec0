package org.counterfoil.command.lane;

import java.time.Duration;
import org.counterfoil.eventstore.log.EventTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Does what events ask for, on a thread of its own: a round whenever the log has grown, and at
 * least every second. A round that cannot read the log is done again.
 */
public abstract class LogFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final String name;
  private final EventTail tail;
  private volatile boolean isRunning;
  private volatile Thread worker = Thread.ofPlatform().unstarted(() -> {});

  /**
   * Follows once it is started.
   *
   * @param name what is followed, as the thread is called: {@code refunds}
   */
  protected LogFollower(String name, EventTail tail) {
    this.name = name;
    this.tail = tail;
  }

  /** Reads what is new in the log, and does what is to be done now. */
  protected abstract void round() throws InterruptedException;

  @Override
  public final void start() {
    isRunning = true;
    worker = Thread.ofPlatform().name(name).start(this::run);
  }

  @Override
  public final void stop() {
    isRunning = false;
    worker.interrupt();
  }

  @Override
  public final boolean isRunning() {
    return isRunning;
  }

  private void run() {
    while (isRunning) {
      try {
        round();
        tail.awaitBeyond(tail.lastPosition(), WAIT);
      } catch (DataAccessException failed) {
        LOG.warn("The log could not be read for {}; trying again", name, failed);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
