package org.counterfoil.command.lane;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.StreamCache;
import org.counterfoil.command.aggregate.StreamCache.Kept;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes snapshots of busy performances: copies from memory on the lane's worker, where nothing
 * changes meanwhile; another thread encodes and saves, after the commit. A snapshot that is lost
 * costs a longer replay and nothing else.
 */
final class SnapshotTaker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaker.class);

  /** At the end a snapshot is worth this part of what would be one during the day. */
  private static final int AT_STOP = 10;

  /**
   * When a snapshot is due: where so many events came after the last one, but of one stream not
   * more often than this, however fast it sells.
   */
  record Pace(int everyEvents, Duration atMostEvery) {}

  private record Taken(long sequence, long atNanos) {}

  private final StreamCache cache;
  private final SnapshotCodec<PerformanceAggregate> codec;
  private final SnapshotStore store;
  private final ExecutorService saving;
  private final Pace pace;
  private final Map<UUID, Taken> taken = new ConcurrentHashMap<>();
  private volatile boolean isRunning;

  SnapshotTaker(
      StreamCache cache,
      SnapshotCodec<PerformanceAggregate> codec,
      SnapshotStore store,
      ExecutorService saving,
      Pace pace) {
    this.cache = cache;
    this.codec = codec;
    this.store = store;
    this.saving = saving;
    this.pace = pace;
  }

  /**
   * Copies those streams of a batch whose snapshot is due, as they are in memory now.
   *
   * @return saves the copies; MUST be run only once all events of the batch are stored, and dropped
   *     where they are not: a snapshot of what never happened would be the worst of all
   */
  Runnable consider(Collection<UUID> streams) {
    List<Runnable> due = new ArrayList<>();
    for (UUID stream : streams) {
      Kept kept = cache.find(stream);
      if (kept != null && isDue(stream, kept.sequence())) {
        due.add(take(stream, kept));
      }
    }
    return () -> due.forEach(saving::execute);
  }

  @Override
  public void start() {
    isRunning = true;
  }

  /** Takes what makes the next start shorter. */
  @Override
  public void stop() {
    isRunning = false;
    for (UUID stream : cache.streams()) {
      Kept kept = cache.find(stream);
      if (kept != null && newEvents(stream, kept.sequence()) * AT_STOP >= pace.everyEvents()) {
        saving.execute(take(stream, kept));
      }
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** Stops after the lanes: nothing changes any more. */
  @Override
  public int getPhase() {
    return HashedLanes.PHASE - 1;
  }

  private boolean isDue(UUID stream, long sequence) {
    Taken last = taken.get(stream);
    return newEvents(stream, sequence) >= pace.everyEvents()
        && (last == null || System.nanoTime() - last.atNanos() >= pace.atMostEvery().toNanos());
  }

  private long newEvents(UUID stream, long sequence) {
    Taken last = taken.get(stream);
    return last == null ? sequence : sequence - last.sequence();
  }

  private Runnable take(UUID stream, Kept kept) {
    if (!(kept.shell() instanceof PerformanceAggregate performance)) {
      return () -> {};
    }
    taken.put(stream, new Taken(kept.sequence(), System.nanoTime()));
    Supplier<byte[]> copy = codec.copy(performance);
    return () -> save(stream, kept.sequence(), copy);
  }

  private void save(UUID stream, long sequence, Supplier<byte[]> copy) {
    try {
      store.save(stream, sequence, codec.stateVersion(), copy.get());
    } catch (RuntimeException failed) {
      LOG.warn(
          "A snapshot of stream {} could not be saved; its replay stays longer", stream, failed);
    }
  }
}
