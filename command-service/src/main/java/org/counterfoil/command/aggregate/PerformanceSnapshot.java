package org.counterfoil.command.aggregate;

import java.time.Instant;
import java.util.List;
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
import org.counterfoil.domain.seathold.InventorySnapshot;
import org.counterfoil.domain.waitingroom.WaitingRoom;

/** What is kept of a performance's shell: the essential events of its terms, and its inventory. */
record PerformanceSnapshot(
    PerformanceScheduled scheduled,
    List<PriceListChanged> priceLists,
    List<OnsaleSet> onsale,
    WaitingRoom.Copy waitingRoom,
    List<PresaleSet> presale,
    List<QuotasSet> quotas,
    List<AgentsSet> agents,
    List<AccessiblePlacesReleased> accessiblePlaces,
    List<PerformanceRescheduled> rescheduled,
    List<PerformanceCompleted> completed,
    List<PerformanceCancelled> cancelled,
    List<CancellationSettled> settled,
    InventorySnapshot inventory,
    Instant lastRecordedAt) {}
