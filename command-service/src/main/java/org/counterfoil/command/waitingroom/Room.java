package org.counterfoil.command.waitingroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.counterfoil.command.waitingroom.VisitorTables.Step;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.Draw;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * One waiting room as this node knows it. One thread changes it; everybody else sees {@link View}s,
 * none of which ever waits for the database.
 */
final class Room {

  private static final WaitingRoomDecider DECIDER = new WaitingRoomDecider();

  /**
   * A room at one moment.
   *
   * @param commitments terms, and what was committed to
   * @param entrants how many are in the lobby, or were when it closed
   * @param list who was in the lobby when it closed; missing before
   * @param draw their order; missing until the room has opened
   * @param arrivals how many came after the lobby had closed
   * @param admitted who was let in
   * @param figures what the performance's seats say; missing until they were read
   * @param isPurged whether the visitors were removed, because the performance is long over
   */
  record View(
      Phase phase,
      WaitingRoom.Copy commitments,
      int entrants,
      @Nullable Entrants list,
      @Nullable Draw draw,
      int arrivals,
      Admitted admitted,
      @Nullable SeatFigures figures,
      boolean isPurged) {

    /** Visitors that have a place, or will have one by the draw. */
    int visitors() {
      return entrants + arrivals;
    }
  }

  private final PerformanceId performance;
  private final WaitingRoom commitments = new WaitingRoom();
  private final Map<VisitorKey, Integer> laterPlaces = new ConcurrentHashMap<>();
  private final List<VisitorKey> later = new ArrayList<>();
  private final Set<AdmissionId> used = ConcurrentHashMap.newKeySet();
  private @Nullable Entrants list;
  private @Nullable Draw draw;
  private Admitted admitted = Admitted.NOBODY;
  private int entrants;
  private boolean isPurged;
  private @Nullable SeatFigures figures;
  private volatile View view;

  Room(PerformanceId performance) {
    this.performance = performance;
    this.view = viewNow();
  }

  PerformanceId performance() {
    return performance;
  }

  /** A room without visitors has ended, whatever the log says last. */
  Phase phase() {
    return isPurged ? Phase.ENDED : commitments.phase();
  }

  View view() {
    return view;
  }

  /**
   * The place of a visitor, from 0 for who is let in first.
   *
   * @return -1 where it is not known yet: before the draw, or a moment after joining
   */
  int placeOf(VisitorId visitor, View seen) {
    if (seen.list() == null) {
      return -1;
    }
    int entrant = seen.list().indexOf(visitor);
    if (entrant >= 0) {
      return seen.draw() == null ? -1 : seen.draw().rankOf(entrant);
    }
    Integer later = laterPlaces.get(VisitorKey.of(visitor));
    return later == null ? -1 : seen.list().count() + later;
  }

  /** The visitor of a place, once the order is drawn. */
  VisitorId visitorAt(int place, View seen) {
    if (seen.list() == null || seen.draw() == null) {
      throw new IllegalStateException("Expected the order to be drawn, but it is not");
    }
    int drawn = seen.draw().count();
    if (place < drawn) {
      return seen.list().at(seen.draw().entrantAt(place));
    }
    synchronized (later) {
      return later.get(place - drawn).visitor();
    }
  }

  /** Whether a hold was placed with this admission. */
  boolean isUsed(AdmissionId admission) {
    return used.contains(admission);
  }

  void learnUsed(AdmissionId admission) {
    used.add(admission);
  }

  /** Applies what the log says. */
  void apply(Event event) {
    switch (event) {
      case WaitingRoomSet set -> commitments.set(set.terms());
      case WaitingRoomEvent phase -> DECIDER.evolve(commitments, phase);
      default ->
          throw new IllegalArgumentException(
              "Expected an event of a waiting room, but it is " + event.getClass());
    }
  }

  void countEntrants(int counted) {
    entrants = counted;
  }

  /**
   * Takes the list of entrants.
   *
   * @throws IllegalStateException where it is not the one that was committed to: then somebody has
   *     changed the table, and nobody gets a place by it
   */
  void learnList(Entrants told) {
    var closed = commitments.copy().lobbyClosed();
    if (closed == null || !told.listHash().equals(closed.listHash())) {
      throw new IllegalStateException(
          "Expected the entrants of "
              + performance
              + " whose hash is in the log, but the table has others");
    }
    list = told;
    entrants = told.count();
  }

  /** Draws, once the seed is known. */
  void drawIfOpened() {
    var opened = commitments.copy().opened();
    if (draw == null && list != null && opened != null) {
      draw = Draw.of(list, opened.seed(), opened.beacon());
    }
  }

  boolean isListKnown() {
    return list != null;
  }

  int arrivals() {
    return laterPlaces.size();
  }

  void learnArrivals(List<VisitorId> further) {
    for (VisitorId visitor : further) {
      VisitorKey key = VisitorKey.of(visitor);
      synchronized (later) {
        laterPlaces.put(key, later.size());
        later.add(key);
      }
    }
  }

  Admitted admitted() {
    return admitted;
  }

  void learnSteps(List<Step> further) {
    admitted = further.isEmpty() ? admitted : admitted.with(further);
  }

  void learnFigures(SeatFigures told) {
    figures = told;
  }

  /** Forgets every visitor; what was committed to stays known. */
  void purge() {
    isPurged = true;
    list = null;
    draw = null;
    admitted = Admitted.NOBODY;
    entrants = 0;
    laterPlaces.clear();
    used.clear();
    synchronized (later) {
      later.clear();
    }
  }

  /** Lets everybody see what was learnt. */
  void publish() {
    view = viewNow();
  }

  private View viewNow() {
    return new View(
        phase(), commitments.copy(), entrants, list, draw, arrivals(), admitted, figures, isPurged);
  }
}
