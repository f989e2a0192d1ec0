package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.eventstore.log.RecordedEvent;

/** When a performance begins and ends, from a position on: what was closed names what it was. */
record PerformanceStartRow(
    UUID performanceId, long position, Instant at, Instant startsAt, Instant endsAt) {

  static PerformanceStartRow of(PerformanceScheduled scheduled, RecordedEvent recorded) {
    return new PerformanceStartRow(
        scheduled.performanceId().value(),
        recorded.position(),
        recorded.envelope().recordedAt(),
        scheduled.startsAt(),
        scheduled.endsAt());
  }

  static PerformanceStartRow of(PerformanceRescheduled moved, RecordedEvent recorded) {
    return new PerformanceStartRow(
        moved.performanceId().value(),
        recorded.position(),
        recorded.envelope().recordedAt(),
        moved.startsAt(),
        moved.endsAt());
  }
}
