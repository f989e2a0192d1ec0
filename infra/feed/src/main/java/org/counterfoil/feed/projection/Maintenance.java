package org.counterfoil.feed.projection;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds, checks and retries of one projection: one at a time, on one node at a time. */
final class Maintenance {

  private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

  private final ProjectionParts parts;
  private final ProjectionTables live;
  private final LiveCommands commands;
  private final LiveState state;
  private final Runnable swapped;
  private final Clock clock;
  private final AtomicReference<@Nullable String> underWay = new AtomicReference<>();
  private volatile @Nullable Thread rebuilding;

  Maintenance(
      ProjectionParts parts,
      ProjectionTables live,
      LiveCommands commands,
      LiveState state,
      Runnable swapped,
      Clock clock) {
    this.parts = parts;
    this.live = live;
    this.commands = commands;
    this.state = state;
    this.swapped = swapped;
    this.clock = clock;
  }

  /** Sees to it that there are live tables, made by this version's script. */
  void prepare() throws InterruptedException {
    BackOff backOff = new BackOff(parts.settings(), parts.closing());
    while (!parts.isClosing() && !isPrepared(backOff)) {
      backOff.pause();
    }
  }

  private boolean isPrepared(BackOff backOff) throws InterruptedException {
    try (MaintenanceLock lock = tryLock().orElse(null)) {
      Optional<Boolean> fits = parts.script().fits(parts.work(), parts.live());
      if (lock == null) {
        return fits.orElse(false); // another node is making them
      }
      if (fits.isEmpty()) {
        parts.script().create(parts.work(), parts.live());
      } else if (!fits.get()) {
        LOG.info("The script of projection {} has changed: rebuilding", parts.live());
        rebuildUnused();
      }
      dropLeftovers();
      return true;
    } catch (RuntimeException e) {
      if (!Failures.isPassing(e)) {
        throw e;
      }
      if (backOff.isFresh()) {
        LOG.warn("Projection {} waits for its database: {}", parts.live(), e.toString());
      }
      return false;
    }
  }

  /** Rebuilds tables that nobody writes; on the live thread. */
  void rebuildUnused() throws InterruptedException {
    rebuild().ofUnused();
  }

  /** Rebuilds on a thread of its own. */
  void beginRebuild() {
    begin("rebuilt");
    try {
      MaintenanceLock lock = lock();
      Thread thread =
          Thread.ofPlatform()
              .name("rebuild-" + parts.live())
              .unstarted(() -> rebuildBesideLive(lock));
      rebuilding = thread;
      thread.start();
    } catch (RuntimeException e) {
      underWay.set(null);
      throw e;
    }
  }

  private void rebuildBesideLive(MaintenanceLock lock) {
    String failure = null;
    try (lock) {
      rebuild().besideLive(commands, swapped);
      LOG.info("Rebuilt projection {}", parts.live());
    } catch (InterruptedException e) {
      failure = "interrupted";
    } catch (RuntimeException e) {
      failure = Failures.stopReason(e, parts.projection().getClass());
      LOG.error("Expected to rebuild projection {}, but failed", parts.live(), e);
    } finally {
      state.rebuilt(failure);
      underWay.set(null);
    }
  }

  /** Compares the live rows with rows built anew. */
  EqualityResult check() throws InterruptedException {
    begin("checked");
    try (MaintenanceLock lock = lock()) {
      EqualityResult result = new EqualityCheck(parts, live, clock).run(commands);
      state.checked(result);
      return result;
    } finally {
      underWay.set(null);
    }
  }

  /** Changes what is parked, on the live thread. */
  <T> T unparking(Callable<T> work) throws InterruptedException {
    begin("retried");
    try {
      return commands.call(work);
    } finally {
      underWay.set(null);
    }
  }

  /** Waits for a rebuild to notice that everything ends. */
  void join() throws InterruptedException {
    Thread thread = rebuilding;
    if (thread != null) {
      thread.join();
    }
  }

  private Rebuild rebuild() {
    state.rebuilding(-1, parts.feed().head());
    return new Rebuild(
        parts, live, position -> state.rebuilding(position, live.reached().position()));
  }

  private void begin(String what) {
    String other = underWay.compareAndExchange(null, what);
    if (other != null) {
      throw new IllegalStateException(
          "Expected nothing else under way, but projection %s is being %s"
              .formatted(parts.live(), other));
    }
  }

  private MaintenanceLock lock() {
    return tryLock()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected nothing else under way, but another node rebuilds or checks "
                        + parts.live()));
  }

  private Optional<MaintenanceLock> tryLock() {
    return MaintenanceLock.tryTake(parts.work().dataSource(), parts.live());
  }

  private void dropLeftovers() {
    new ShadowBuild(parts, parts.next(), position -> {}).drop();
    new ShadowBuild(parts, parts.check(), position -> {}).drop();
  }
}
