package org.counterfoil.command.waitingroom;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.counterfoil.command.aggregate.PerformanceReplica;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * All waiting rooms as this node knows them, kept up to date from the log and the tables by one
 * thread, which calls {@link #refresh}.
 */
final class Rooms {

  private static final int BATCH = 1_000;

  private final EventLog log;
  private final VisitorTables tables;
  private final Function<PerformanceId, PerformanceReplica> replicas;
  private final Map<PerformanceId, Room> rooms = new ConcurrentHashMap<>();
  private final Map<PerformanceId, PerformanceReplica> followed = new HashMap<>();
  private long position = -1;

  Rooms(EventLog log, VisitorTables tables, Function<PerformanceId, PerformanceReplica> replicas) {
    this.log = log;
    this.tables = tables;
    this.replicas = replicas;
  }

  /** The performance's room, or nothing where it never had one. */
  @Nullable Room of(PerformanceId performance) {
    return rooms.get(performance);
  }

  Collection<Room> all() {
    return rooms.values();
  }

  /**
   * Reads what is new, of everything.
   *
   * @throws IllegalStateException where the table of a room does not hold what the log says; the
   *     others have been read all the same
   */
  synchronized void refresh() {
    readLog();
    IllegalStateException changed = null;
    for (Room room : rooms.values()) {
      try {
        refresh(room);
      } catch (IllegalStateException doubtful) {
        changed = doubtful;
      }
      room.publish(); // of a doubtful one what the log says, and nobody's place
    }
    if (changed != null) {
      throw changed;
    }
  }

  /** The visitors are no longer in the tables: nor shall they be in memory. */
  synchronized void forget(Room room) {
    room.purge();
    room.publish();
    followed.remove(room.performance());
  }

  private void readLog() {
    List<RecordedEvent> news = log.readWaitingRoomEvents(position, BATCH);
    while (!news.isEmpty()) {
      for (RecordedEvent recorded : news) {
        Event event = recorded.envelope().payload();
        rooms.computeIfAbsent(performanceOf(event), Room::new).apply(event);
        position = recorded.position();
      }
      news = log.readWaitingRoomEvents(position, BATCH);
    }
  }

  private static PerformanceId performanceOf(Event event) {
    return switch (event) {
      case WaitingRoomSet set -> set.performanceId();
      case WaitingRoomEvent phase -> phase.performanceId();
      default ->
          throw new IllegalStateException(
              "Expected an event of a waiting room, but it is " + event.getClass());
    };
  }

  private void refresh(Room room) {
    switch (room.phase()) {
      case NONE, ANNOUNCED, ENDED -> {}
      case LOBBY -> room.countEntrants(tables.countEntrants(room.performance()));
      case DRAWING, OPEN -> refreshOrder(room);
    }
  }

  private void refreshOrder(Room room) {
    PerformanceId performance = room.performance();
    if (!room.isListKnown() && tables.isPurged(performance)) {
      forget(room);
      return;
    }
    if (!room.isListKnown()) {
      room.learnList(tables.entrants(performance));
    }
    List<VisitorId> later = tables.arrivals(performance, room.arrivals());
    while (!later.isEmpty()) {
      room.learnArrivals(later);
      later = tables.arrivals(performance, room.arrivals());
    }
    if (room.phase() == Phase.OPEN) {
      room.drawIfOpened();
      room.learnSteps(tables.steps(performance, room.admitted().count()));
      follow(room);
    }
  }

  private void follow(Room room) {
    PerformanceReplica replica = followed.get(room.performance());
    if (replica == null) {
      replica = replicas.apply(room.performance());
      replica.state().inventory().admissions().forEach(room::learnUsed);
      followed.put(room.performance(), replica);
    }
    replica.catchUp(
        log,
        event -> {
          if (event instanceof HoldPlaced placed && placed.admission() != null) {
            room.learnUsed(placed.admission());
          }
        });
    room.learnFigures(SeatFigures.of(replica.state()));
  }
}
