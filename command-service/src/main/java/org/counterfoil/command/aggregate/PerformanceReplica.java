package org.counterfoil.command.aggregate;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.snapshot.Snapshot;
import org.counterfoil.eventstore.snapshot.SnapshotStore;

/**
 * A performance's state beside the lane that decides it: from the same snapshots and events, by the
 * same {@code evolve}, a moment later. For questions that need not be decided on. Serves one
 * thread.
 */
public final class PerformanceReplica {

  private static final int BATCH = 5_000;

  private final UUID stream;
  private PerformanceSeats state;
  private long nextSequence;

  private PerformanceReplica(UUID stream, PerformanceSeats state) {
    this.stream = stream;
    this.state = state;
  }

  /** The newest snapshot, or an empty state where there is none. */
  public static PerformanceReplica load(
      PerformanceId id, SnapshotStore store, PerformanceSnapshots codec, SeatingPlans plans) {
    PerformanceReplica replica =
        new PerformanceReplica(
            id.value(), new PerformanceSeats(new Performance(plans), new SeatInventory()));
    for (Snapshot snapshot : store.find(id.value())) {
      if (replica.nextSequence == 0 && snapshot.stateVersion() == codec.stateVersion()) {
        replica.state = codec.decode(snapshot.content()).state();
        replica.nextSequence = snapshot.sequence() + 1;
      }
    }
    return replica;
  }

  /** Applies what was recorded since, and tells of it. */
  public void catchUp(EventLog log, Consumer<Event> news) {
    List<RecordedEvent> recent = log.readStream(stream, nextSequence, BATCH);
    while (!recent.isEmpty()) {
      for (RecordedEvent recorded : recent) {
        Event event = recorded.envelope().payload();
        PerformanceAggregate.apply(state, event);
        nextSequence++;
        news.accept(event);
      }
      recent = log.readStream(stream, nextSequence, BATCH);
    }
  }

  public PerformanceSeats state() {
    return state;
  }
}
