package org.counterfoil.command.aggregate;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps shells in memory, strongly held and bounded in number: Axon's own cache would let the
 * garbage collector drop the hot performance of an onsale.
 */
public final class StreamCache implements Cache {

  private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

  public StreamCache(long maxStreams) {
    entries = Caffeine.newBuilder().maximumSize(maxStreams).build();
  }

  /** Drops the stream unless the kept state is exactly at this sequence. */
  public void forgetUnlessAt(UUID stream, long sequence) {
    Kept kept = find(stream);
    if (kept == null || kept.sequence() != sequence) {
      forget(stream);
    }
  }

  /** Drops the stream, whatever is kept of it. */
  public void forget(UUID stream) {
    entries.invalidate(stream.toString());
  }

  /** What is kept of a stream, or null where nothing is. */
  public @Nullable Kept find(UUID stream) {
    return entries.getIfPresent(stream.toString()) instanceof AggregateCacheEntry<?> kept
        ? new Kept(held(kept).getAggregateRoot(), versionOf(kept))
        : null;
  }

  /** All streams of which something is kept. */
  public Set<UUID> streams() {
    return entries.asMap().keySet().stream()
        .map(key -> UUID.fromString(key.toString()))
        .collect(Collectors.toSet());
  }

  /** A shell and the sequence of the last event it has seen. */
  public record Kept(Object shell, long sequence) {}

  private static long versionOf(AggregateCacheEntry<?> entry) {
    Long version = held(entry).version();
    return version == null ? -1 : version;
  }

  /** An entry in memory answers the aggregate it holds; what would rebuild it is not asked. */
  private static EventSourcedAggregate<?> held(AggregateCacheEntry<?> entry) {
    return entry.recreateAggregate(null, null, null, null);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
  public <K, V> @Nullable V get(K key) {
    return (V) entries.getIfPresent(key);
  }

  @Override
  public void put(Object key, Object value) {
    entries.put(key, value);
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    return entries.asMap().putIfAbsent(key, value) == null;
  }

  @Override
  public boolean remove(Object key) {
    return entries.asMap().remove(key) != null;
  }

  @Override
  public void removeAll() {
    entries.invalidateAll();
  }

  @Override
  public boolean containsKey(Object key) {
    return entries.asMap().containsKey(key);
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    throw new UnsupportedOperationException("Nothing listens to this cache");
  }
}
