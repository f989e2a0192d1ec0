package org.counterfoil.command.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.counterfoil.domain.performance.PerformanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the visitors of performances that are long enough over, from the tables and from this
 * node's memory. Every node does it for itself; the tables are emptied by the first.
 *
 * @param endOf when a performance ends, as the log says it now
 * @param keptAfterEnd how long visitors are kept after it
 */
record VisitorPurge(
    Rooms rooms, Doors doors, Function<PerformanceId, Instant> endOf, Duration keptAfterEnd) {

  private static final Logger LOG = LoggerFactory.getLogger(VisitorPurge.class);

  void round(Instant now) {
    for (Room room : rooms.all()) {
      PerformanceId performance = room.performance();
      if (!room.view().isPurged() && !now.isBefore(endOf.apply(performance).plus(keptAfterEnd))) {
        int purged = doors.purge(performance, now);
        rooms.forget(room);
        LOG.info("{} visitors of the waiting room of {} were purged", purged, performance);
      }
    }
  }
}
