package org.counterfoil.command.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.DomainSmile;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes a performance's shell bytes, and back. The state version counts the meaning of the bytes: a
 * snapshot of another version is not read, and the stream is replayed instead.
 */
public final class PerformanceSnapshots implements SnapshotCodec<PerformanceAggregate> {

  private static final int STATE_VERSION = 13;
  private static final PerformanceDecider DECIDER = new PerformanceDecider();

  private final ObjectMapper smile = DomainSmile.mapper();
  private final SeatingPlans plans;

  public PerformanceSnapshots(SeatingPlans plans) {
    this.plans = plans;
  }

  @Override
  public String streamType() {
    return PerformanceAggregate.TYPE;
  }

  @Override
  public Class<PerformanceAggregate> rootType() {
    return PerformanceAggregate.class;
  }

  @Override
  public int stateVersion() {
    return STATE_VERSION;
  }

  @Override
  public Supplier<byte[]> copy(PerformanceAggregate root) {
    PerformanceSeats state = root.state();
    List<PriceListChanged> priceLists = new ArrayList<>();
    List<OnsaleSet> onsale = new ArrayList<>();
    List<PresaleSet> presale = new ArrayList<>();
    List<QuotasSet> quotas = new ArrayList<>();
    List<AgentsSet> agents = new ArrayList<>();
    List<AccessiblePlacesReleased> accessible = new ArrayList<>();
    List<PerformanceRescheduled> rescheduled = new ArrayList<>();
    List<PerformanceCompleted> completed = new ArrayList<>();
    List<PerformanceCancelled> cancelled = new ArrayList<>();
    List<CancellationSettled> settled = new ArrayList<>();
    for (PerformanceEvent event : state.performance().essentials()) {
      switch (event) {
        case PerformanceScheduled scheduled -> {}
        case PriceListChanged changed -> priceLists.add(changed);
        case OnsaleSet set -> onsale.add(set);
        case WaitingRoomSet set -> {} // copied as a whole
        case PresaleSet set -> presale.add(set);
        case QuotasSet set -> quotas.add(set);
        case AgentsSet set -> agents.add(set);
        case AccessiblePlacesReleased released -> accessible.add(released);
        case PerformanceRescheduled moved -> rescheduled.add(moved);
        case PerformanceCompleted took -> completed.add(took);
        case PerformanceCancelled ended -> cancelled.add(ended);
        case CancellationSettled done -> settled.add(done);
      }
    }
    PerformanceSnapshot copy =
        new PerformanceSnapshot(
            state.performance().scheduled(),
            priceLists,
            onsale,
            state.performance().waitingRoom().copy(),
            presale,
            quotas,
            agents,
            accessible,
            rescheduled,
            completed,
            cancelled,
            settled,
            state.inventory().snapshot(),
            root.lastRecordedAt());
    return () -> smile.writeValueAsBytes(copy);
  }

  @Override
  public PerformanceAggregate decode(byte[] content) {
    PerformanceSnapshot snapshot = smile.readValue(content, PerformanceSnapshot.class);
    Performance performance = new Performance(plans);
    DECIDER.evolve(performance, snapshot.scheduled());
    snapshot.priceLists().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.onsale().forEach(event -> DECIDER.evolve(performance, event));
    performance.waitingRoom().restore(snapshot.waitingRoom());
    snapshot.presale().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.quotas().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.agents().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.accessiblePlaces().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.rescheduled().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.completed().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.cancelled().forEach(event -> DECIDER.evolve(performance, event));
    snapshot.settled().forEach(event -> DECIDER.evolve(performance, event));
    return new PerformanceAggregate(
        snapshot.scheduled().performanceId().value(),
        new PerformanceSeats(
            performance, SeatInventory.restore(snapshot.inventory(), performance.plan())),
        snapshot.lastRecordedAt());
  }
}
