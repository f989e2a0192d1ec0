package org.counterfoil.command.exchange;

import java.time.Instant;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * When performances take place, as the log says it at this moment. The event by which one was
 * scheduled only says what was meant at first.
 */
public final class Timetable {

  /**
   * When a performance takes place now.
   *
   * @param moves how often it was moved
   * @param isCancelled whether it will not take place at all
   * @param setAt when that was said
   */
  public record Times(
      Instant startsAt, Instant endsAt, int moves, boolean isCancelled, Instant setAt) {

    private Times movedTo(PerformanceRescheduled moved, Instant saidAt) {
      return new Times(moved.startsAt(), moved.endsAt(), moves + 1, isCancelled, saidAt);
    }

    private Times cancelled(Instant saidAt) {
      return new Times(startsAt, endsAt, moves, true, saidAt);
    }
  }

  private final EventLog log;
  private final Directory directory;

  Timetable(EventLog log, Directory directory) {
    this.log = log;
    this.directory = directory;
  }

  /** The times of a performance; an unknown one ends the request as a 404. */
  public Times of(PerformanceId id) {
    return of(directory.performance(id));
  }

  /** The times of a performance, read anew. */
  public Times of(PerformanceScheduled scheduled) {
    Instant scheduledAt =
        log.first(scheduled.performanceId().value()).orElseThrow().envelope().recordedAt();
    Times times = new Times(scheduled.startsAt(), scheduled.endsAt(), 0, false, scheduledAt);
    for (RecordedEvent change : log.readMoves(scheduled.performanceId().value())) {
      Instant saidAt = change.envelope().recordedAt();
      times =
          switch (change.envelope().payload()) {
            case PerformanceRescheduled moved -> times.movedTo(moved, saidAt);
            case PerformanceCancelled cancelled -> times.cancelled(saidAt);
            default -> throw new IllegalStateException("Expected a move, but it is another event");
          };
    }
    return times;
  }
}
