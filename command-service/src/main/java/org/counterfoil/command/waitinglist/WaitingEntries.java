package org.counterfoil.command.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;
import org.counterfoil.domain.waitinglist.WaitingListRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Tells from the log how an entry of a waiting list stands. */
final class WaitingEntries {

  /** How an entry stands. */
  enum State {
    WAITING,
    OFFERED,
    TAKEN,
    LAPSED,
    LEFT
  }

  /** Places that are offered: a hold like any other, to be ordered before it is over. */
  record Offer(HoldId holdId, String holdSecret, Instant expiresAt) {}

  /**
   * An entry as it stands.
   *
   * @param place 1 for whoever joined first of those who wait for the same zone; missing for those
   *     who wait no more
   * @param placesAhead how many places those before are waiting for
   * @param offer while there is one
   */
  record Standing(
      WaitingEntryId entryId,
      PerformanceId performanceId,
      ZoneName zone,
      int quantity,
      State state,
      @Nullable Integer place,
      @Nullable Integer placesAhead,
      @Nullable Offer offer) {}

  private final EventLog log;
  private final Secrets secrets;
  private final Clock clock;

  WaitingEntries(EventLog log, Secrets secrets, Clock clock) {
    this.log = log;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** By which the entry began; an unknown one ends the request as a 404. */
  RecordedEvent joined(WaitingEntryId id) {
    List<RecordedEvent> life = log.readHold(id.value());
    if (life.isEmpty() || !(life.getFirst().envelope().payload() instanceof WaitingListJoined)) {
      throw Problem.refused(
              WaitingListRejection.UNKNOWN_WAITING_LIST_ENTRY,
              "Expected an entry of a waiting list, but there is none with id " + id)
          .exception();
    }
    return life.getFirst();
  }

  Standing standing(WaitingEntryId id) {
    RecordedEvent beginning = joined(id);
    WaitingListJoined joined = (WaitingListJoined) beginning.envelope().payload();
    State state = State.WAITING;
    Instant expiresAt = Instant.EPOCH;
    for (RecordedEvent step : log.readHold(id.value())) {
      Event event = step.envelope().payload();
      if (event instanceof WaitingListLeft) {
        state = State.LEFT;
      } else if (event instanceof SeatHoldEvent hold) {
        state = stateAfter(hold);
        expiresAt = endAfter(hold, expiresAt);
      }
    }
    if (state == State.OFFERED && !clock.instant().isBefore(expiresAt)) {
      state = State.LAPSED; // over, if not yet recorded so
    }
    return switch (state) {
      case WAITING -> waiting(joined, beginning.envelope().sequence());
      case OFFERED -> {
        HoldId hold = new HoldId(id.value());
        yield of(joined, state, null, null, new Offer(hold, secrets.holdSecret(hold), expiresAt));
      }
      case TAKEN, LAPSED, LEFT -> of(joined, state, null, null, null);
    };
  }

  private static State stateAfter(SeatHoldEvent step) {
    return switch (step) {
      case HoldPlaced placed -> State.OFFERED;
      case HoldExtended extended -> State.OFFERED;
      case HoldOrdered ordered -> State.OFFERED;
      case HoldSold sold -> State.TAKEN;
      case HoldReleased released -> State.LAPSED;
      case HoldExpired expired -> State.LAPSED;
    };
  }

  private static Instant endAfter(SeatHoldEvent step, Instant before) {
    return switch (step) {
      case HoldPlaced placed -> placed.expiresAt();
      case HoldExtended extended -> extended.expiresAt();
      case HoldOrdered ordered -> ordered.expiresAt();
      case HoldSold sold -> before;
      case HoldReleased released -> before;
      case HoldExpired expired -> before;
    };
  }

  private Standing waiting(WaitingListJoined joined, long sequence) {
    int place = 0;
    int places = 0;
    for (RecordedEvent other : log.readWaiting(joined.performanceId().value(), sequence)) {
      if (other.envelope().payload() instanceof WaitingListJoined entry
          && entry.zone().equals(joined.zone())) {
        place++;
        places += entry.quantity();
      }
    }
    return of(joined, State.WAITING, place, places - joined.quantity(), null);
  }

  private static Standing of(
      WaitingListJoined joined,
      State state,
      @Nullable Integer place,
      @Nullable Integer ahead,
      @Nullable Offer offer) {
    return new Standing(
        joined.entryId(),
        joined.performanceId(),
        joined.zone(),
        joined.quantity(),
        state,
        place,
        ahead,
        offer);
  }
}
