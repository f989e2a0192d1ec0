package org.counterfoil.feed.projection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.FeedPosition;

/**
 * One schema of a projection: takes batches in, each in one transaction together with the position
 * reached. Written by one thread; what it holds in memory is read by all, and changes after the
 * commit only.
 */
final class ProjectionTables {

  private final Projection projection;
  private final SchemaWork work;
  private final String schema;
  private final Parking parking;
  private final Application application;

  private volatile Checkpoint checkpoint = new Checkpoint(-1, FeedPosition.BEGINNING);
  private volatile HeldKeys held = new HeldKeys(Map.of());

  /** Positions that are parked whatever happens, and whether as discarded. */
  private Map<Long, Boolean> setAside = Map.of();

  ProjectionTables(Projection projection, SchemaWork work, String schema, Parking parking) {
    this.projection = projection;
    this.work = work;
    this.schema = schema;
    this.parking = parking;
    this.application = new Application(projection, parking);
  }

  /** Reads what is held in memory. */
  void load() {
    work.in(
        schema,
        (tables, transaction) -> {
          held = parking.held(tables);
          checkpoint = Checkpoint.load(tables);
          return schema;
        });
  }

  FeedPosition reached() {
    return checkpoint.reached();
  }

  HeldKeys held() {
    return held;
  }

  /** From now on parks these positions without trying: what another schema has not applied. */
  void setAside(Map<Long, Boolean> positions) {
    setAside = Map.copyOf(positions);
  }

  /**
   * Takes a batch in and commits; answers the keys whose rows have changed. All at once, or, where
   * that fails, one by one, parking what fails again.
   *
   * @throws RuntimeException a passing failure: nothing happened, or the commit's answer was lost;
   *     {@link #load} tells
   */
  Set<String> take(FeedBatch batch) {
    List<RecordedEvent> fresh = fresh(batch.events());
    try {
      return commit(fresh, batch.reached(), application::together);
    } catch (RuntimeException e) {
      if (fresh.isEmpty() || Failures.isPassing(e)) {
        throw e;
      }
      return commit(fresh, batch.reached(), application::oneByOne);
    }
  }

  /** Applies a key's parked events up to the first that fails again; answers how many. */
  int retry(String key, EventCodec codec) {
    return unpark((tables, transaction) -> application.retry(tables, transaction, key, codec));
  }

  /** Gives a parked event up; answers its key, or nothing where none waits at this position. */
  List<String> discard(long position) {
    return unpark((tables, transaction) -> parking.discard(tables, position));
  }

  private <T> T unpark(SchemaWork.Work<T> change) {
    record Unparked<T>(T result, Checkpoint checkpoint, HeldKeys held) {}
    Unparked<T> unparked =
        work.in(
            schema,
            (tables, transaction) -> {
              Checkpoint moved = checkpoint.moveTo(checkpoint.reached(), tables);
              T result = change.with(tables, transaction);
              return new Unparked<>(result, moved, parking.held(tables));
            });
    held = unparked.held();
    checkpoint = unparked.checkpoint();
    return unparked.result();
  }

  private Set<String> commit(List<RecordedEvent> events, FeedPosition to, Application.Way way) {
    HeldKeys heldThen = held.copy();
    Set<String> changed = new HashSet<>();
    Checkpoint moved =
        work.in(
            schema,
            (tables, transaction) -> {
              Checkpoint then = checkpoint.moveTo(to, tables);
              changed.addAll(way.apply(tables, transaction, events, heldThen, setAside));
              return then;
            });
    held = heldThen;
    checkpoint = moved;
    return changed;
  }

  /** Without what was taken in before, and what the projection does not look at. */
  private List<RecordedEvent> fresh(List<RecordedEvent> events) {
    FeedPosition reached = checkpoint.reached();
    Set<Long> seen = new HashSet<>();
    return events.stream()
        .filter(event -> !reached.covers(event) && seen.add(event.position()))
        .filter(event -> isHandled(event.envelope().payload()))
        .toList();
  }

  private boolean isHandled(Event payload) {
    return projection.handles().stream().anyMatch(type -> type.isInstance(payload));
  }
}
