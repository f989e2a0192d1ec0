package org.counterfoil.command.performance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Lets the venue's booking follow every move of a performance, also where whoever moved it was
 * interrupted between the two. It keeps nothing: at start it follows all moves again, which changes
 * nothing where it was done.
 */
final class BookingProcess extends LogFollower {

  private static final Logger LOG = LoggerFactory.getLogger(BookingProcess.class);
  private static final int PAGE = 500;

  private final EventLog log;
  private final VenueBookings bookings;
  private final Map<PerformanceId, UUID> moved = new LinkedHashMap<>();
  private long seen = -1;

  BookingProcess(EventLog log, EventTail tail, VenueBookings bookings) {
    super("bookings", tail);
    this.log = log;
    this.bookings = bookings;
  }

  @Override
  protected void round() {
    follow();
    for (Map.Entry<PerformanceId, UUID> each : Map.copyOf(moved).entrySet()) {
      tryToBook(each.getKey(), each.getValue());
    }
  }

  private void follow() {
    List<RecordedEvent> page;
    do {
      page = log.readMovesAfter(seen, PAGE);
      for (RecordedEvent recorded : page) {
        PerformanceRescheduled move = (PerformanceRescheduled) recorded.envelope().payload();
        moved.put(move.performanceId(), recorded.envelope().eventId());
        seen = recorded.position();
      }
    } while (page.size() == PAGE);
  }

  /** One that fails is tried again, and keeps no other waiting. */
  private void tryToBook(PerformanceId performance, UUID cause) {
    try {
      bookings.follow(performance, Actor.SYSTEM, cause);
      moved.remove(performance);
    } catch (DataAccessException | LaneFull | StoreUnavailable failed) {
      LOG.warn("The booking of {} could not follow; trying again", performance, failed);
    } catch (RuntimeException defect) {
      LOG.error("Expected the booking of {} to follow its move, but no", performance, defect);
      moved.remove(performance);
    }
  }
}
