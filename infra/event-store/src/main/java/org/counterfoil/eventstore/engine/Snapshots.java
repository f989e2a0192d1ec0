package org.counterfoil.eventstore.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.counterfoil.eventstore.snapshot.Snapshot;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import org.counterfoil.eventstore.snapshot.SnapshotStore;

/** Our snapshots as Axon wants them: a first event whose payload is the aggregate's root. */
final class Snapshots {

  private final SnapshotStore store;
  private final Map<String, SnapshotCodec<?>> codecs = new HashMap<>();

  Snapshots(SnapshotStore store, List<SnapshotCodec<?>> codecs) {
    this.store = store;
    for (SnapshotCodec<?> codec : codecs) {
      if (this.codecs.put(codec.streamType(), codec) != null) {
        throw new IllegalArgumentException(
            "Expected one snapshot codec for " + codec.streamType() + ", but got two");
      }
    }
  }

  Optional<DomainEventMessage<?>> newestOf(UUID stream) {
    if (codecs.isEmpty()) {
      return Optional.empty();
    }
    for (Snapshot snapshot : store.find(stream)) {
      SnapshotCodec<?> codec = codecs.get(snapshot.streamType());
      if (codec != null && codec.stateVersion() == snapshot.stateVersion()) {
        return Optional.of(message(snapshot, codec));
      }
    }
    return Optional.empty();
  }

  private static <T> DomainEventMessage<T> message(Snapshot snapshot, SnapshotCodec<T> codec) {
    return new GenericDomainEventMessage<>(
        snapshot.streamType(),
        snapshot.stream().toString(),
        snapshot.sequence(),
        codec.decode(snapshot.content()));
  }
}
