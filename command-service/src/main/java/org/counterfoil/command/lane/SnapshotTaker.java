package org.counterfoil.command.lane;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.StreamCache;
import org.counterfoil.command.aggregate.StreamCache.Kept;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes snapshots of busy performances: copies from memory after the commit, on the lane's worker,
 * where nothing changes meanwhile; another thread saves. A snapshot that is lost costs a longer
 * replay and nothing else.
 */
final class SnapshotTaker {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaker.class);

  private final StreamCache cache;
  private final SnapshotCodec<PerformanceAggregate> codec;
  private final SnapshotStore store;
  private final ExecutorService saving;
  private final int everyEvents;
  private final Map<UUID, Long> taken = new ConcurrentHashMap<>();

  SnapshotTaker(
      StreamCache cache,
      SnapshotCodec<PerformanceAggregate> codec,
      SnapshotStore store,
      ExecutorService saving,
      int everyEvents) {
    this.cache = cache;
    this.codec = codec;
    this.store = store;
    this.saving = saving;
    this.everyEvents = everyEvents;
  }

  /** Looks at the streams of a committed batch. */
  void consider(Collection<UUID> streams) {
    for (UUID stream : streams) {
      Kept kept = cache.find(stream);
      if (kept != null
          && kept.shell() instanceof PerformanceAggregate performance
          && kept.sequence() - taken.getOrDefault(stream, 0L) >= everyEvents) {
        taken.put(stream, kept.sequence());
        byte[] content = codec.encode(performance);
        saving.execute(() -> save(stream, kept.sequence(), content));
      }
    }
  }

  private void save(UUID stream, long sequence, byte[] content) {
    try {
      store.save(stream, sequence, codec.stateVersion(), content);
    } catch (RuntimeException failed) {
      LOG.warn(
          "A snapshot of stream {} could not be saved; its replay stays longer", stream, failed);
    }
  }
}
