package org.counterfoil.command.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.AdmissionControl;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.jspecify.annotations.Nullable;

/**
 * How many visitors the leader lets into one performance now: by {@link AdmissionControl}, evenly
 * over time. What it remembers is only what it would find out again.
 */
final class AdmissionPace {

  /** In the unit in which credit is kept: admissions a minute, times milliseconds. */
  private static final long ONE_ADMISSION = 60_000;

  private static final long LONGEST_CREDIT_MILLIS = 1_000;
  private static final Duration BETWEEN_RECORDINGS = Duration.ofSeconds(10);

  private final Room room;
  private final WaitingRoomTokens tokens;
  private final Map<AdmissionId, Instant> unfinished = new HashMap<>();
  private int followedPlaces = -1;
  private int letIn;
  private long credit;
  private @Nullable Instant lastStep;
  private @Nullable Instant lastRecording;

  AdmissionPace(Room room, WaitingRoomTokens tokens) {
    this.room = room;
    this.tokens = tokens;
  }

  /**
   * What is to be done.
   *
   * @param from how many were let in so far
   * @param admitted how many are to be
   * @param perMinute the rate it comes from
   * @param isToBeRecorded whether the rate differs much from the one recorded last
   */
  record Turn(
      int from, int admitted, int perMinute, boolean isToBeRecorded, AdmissionControl control) {}

  /** Nothing where the order or the seats are not known yet. */
  @Nullable Turn next(View view, Instant now) {
    WaitingRoomTerms terms = view.commitments().terms();
    SeatFigures figures = view.figures();
    if (terms == null || figures == null || view.draw() == null) {
      return null;
    }
    follow(view, terms, now);
    int from = Math.max(letIn, view.admitted().count());
    int open = unfinished.size() + from - followedPlaces;
    AdmissionControl control =
        new AdmissionControl(figures.placesLeft(), open, from - open, figures.placesTaken());
    int perMinute = control.admissionsPerMinute(terms.admissionsPerSecond());
    earn(perMinute, now);
    long most = Math.min(credit / ONE_ADMISSION, Math.max(0, control.limit() - open));
    int admitted = (int) Math.min(view.visitors(), from + most);
    return new Turn(
        from, admitted, perMinute, isToBeRecorded(view, terms, perMinute, now), control);
  }

  /** They were let in. */
  void spend(Turn turn) {
    credit -= (turn.admitted() - turn.from()) * ONE_ADMISSION;
    letIn = turn.admitted();
  }

  /** The rate was recorded. */
  void recorded(Instant now) {
    lastRecording = now;
  }

  /** Somebody else let visitors in: what was believed is wrong. */
  void forget() {
    letIn = 0;
  }

  private void follow(View view, WaitingRoomTerms terms, Instant now) {
    Duration life = Duration.ofSeconds(terms.admissionSeconds());
    Admitted admitted = view.admitted();
    if (followedPlaces < 0) {
      followedPlaces = admitted.countAt(now.minus(life));
    }
    for (; followedPlaces < admitted.count(); followedPlaces++) {
      VisitorId visitor = room.visitorAt(followedPlaces, view);
      unfinished.put(
          tokens.admissionId(room.performance(), visitor), admitted.at(followedPlaces).plus(life));
    }
    unfinished
        .entrySet()
        .removeIf(each -> !now.isBefore(each.getValue()) || room.isUsed(each.getKey()));
  }

  private void earn(int perMinute, Instant now) {
    Instant before = lastStep == null ? now : lastStep;
    lastStep = now;
    long millis =
        Math.max(0, Math.min(LONGEST_CREDIT_MILLIS, Duration.between(before, now).toMillis()));
    long most = Math.max(ONE_ADMISSION, perMinute * LONGEST_CREDIT_MILLIS);
    credit = Math.min(most, credit + perMinute * millis);
  }

  private boolean isToBeRecorded(View view, WaitingRoomTerms terms, int perMinute, Instant now) {
    var last = view.commitments().rate();
    int recorded = last == null ? terms.admissionsPerSecond() * 60 : last.admissionsPerMinute();
    boolean isDue = lastRecording == null || !now.isBefore(lastRecording.plus(BETWEEN_RECORDINGS));
    return isDue
        && AdmissionControl.isWorthRecording(recorded, perMinute, terms.admissionsPerSecond());
  }
}
