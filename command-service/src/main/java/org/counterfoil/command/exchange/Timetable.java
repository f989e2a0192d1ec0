package org.counterfoil.command.exchange;

import java.time.Instant;
import java.util.List;
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
   * @param setAt when that was said
   */
  public record Times(Instant startsAt, Instant endsAt, int moves, Instant setAt) {}

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
    List<RecordedEvent> moves = log.readMoves(scheduled.performanceId().value());
    if (moves.isEmpty()) {
      Instant setAt =
          log.first(scheduled.performanceId().value()).orElseThrow().envelope().recordedAt();
      return new Times(scheduled.startsAt(), scheduled.endsAt(), 0, setAt);
    }
    RecordedEvent last = moves.getLast();
    PerformanceRescheduled moved = (PerformanceRescheduled) last.envelope().payload();
    return new Times(moved.startsAt(), moved.endsAt(), moves.size(), last.envelope().recordedAt());
  }
}
