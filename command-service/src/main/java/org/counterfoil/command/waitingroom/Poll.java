package org.counterfoil.command.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.jspecify.annotations.Nullable;

/** What a visitor is told, from memory alone. */
final class Poll {

  /** How many visitors are asked to come in any one second, all together. */
  private static final int POLLS_PER_SECOND = 5_000;

  private static final int SOONEST_SECONDS = 2;
  private static final int LATEST_SECONDS = 30;

  private final WaitingRoomTokens tokens;

  Poll(WaitingRoomTokens tokens) {
    this.tokens = tokens;
  }

  /** Where a visitor stands. */
  enum State {
    LOBBY,
    WAITING,
    ADMITTED
  }

  /** Why an admission is of no use any more. */
  enum Ended {
    /** A hold was placed with it. */
    USED,
    /** Its time was over. */
    EXPIRED,
    /** No admission is needed any more. */
    NOT_NEEDED
  }

  /**
   * The answer.
   *
   * @param position from 1; missing before the draw
   * @param ahead how many are let in before
   * @param estimatedWaitSeconds at the rate of the last minute; in the lobby, until the opening;
   *     missing where nobody is let in
   * @param earliestWaitSeconds if all goes as fast as it may
   * @param soldOut whether nothing is left, and nothing is held that could come back
   */
  record Answer(
      State state,
      @Nullable Integer position,
      @Nullable Integer ahead,
      @Nullable Long estimatedWaitSeconds,
      @Nullable Long earliestWaitSeconds,
      @Nullable String admissionToken,
      @Nullable Instant admissionExpiresAt,
      @Nullable Ended ended,
      boolean soldOut,
      int visitors,
      Instant opensAt,
      int pollAfterSeconds) {}

  /** Where the visitor stands now; the caller has checked the token. */
  Answer of(Room room, VisitorId visitor, Instant now) {
    View view = room.view();
    WaitingRoomTerms terms = view.commitments().terms();
    if (terms == null || view.isPurged()) {
      return over(view, now);
    }
    int place = room.placeOf(visitor, view);
    boolean isEntrant = view.list() == null || view.list().indexOf(visitor) >= 0;
    if (view.phase() != Phase.OPEN && isEntrant) {
      return lobby(view, terms, visitor, now);
    }
    if (place >= 0 && place < view.admitted().count()) {
      return admitted(room, view, terms, visitor, view.admitted().at(place), now);
    }
    return waiting(view, terms, place, now);
  }

  private static Answer lobby(View view, WaitingRoomTerms terms, VisitorId visitor, Instant now) {
    long left = Math.max(0, Duration.between(now, terms.opensAt()).toSeconds());
    return new Answer(
        State.LOBBY,
        null,
        null,
        left,
        left,
        null,
        null,
        null,
        false,
        view.visitors(),
        terms.opensAt(),
        lobbyPause(view, visitor, left));
  }

  /** All come back soon after the opening, but not all at once. */
  private static int lobbyPause(View view, VisitorId visitor, long left) {
    int spread = Math.max(SOONEST_SECONDS, view.visitors() / POLLS_PER_SECOND);
    int own = Integer.parseUnsignedInt(visitor.value(), 56, 64, 16);
    long afterOpening = left + 1 + Math.floorMod(own, spread);
    return (int) Math.min(LATEST_SECONDS + Math.floorMod(own, 5), afterOpening);
  }

  private static Answer waiting(View view, WaitingRoomTerms terms, int place, Instant now) {
    int position = place < 0 ? view.visitors() : place;
    int ahead = Math.max(0, position - view.admitted().count());
    Long estimate = estimate(view, terms, ahead, now);
    boolean isOpen = view.phase() == Phase.OPEN && view.list() != null;
    long soonest = (ahead + 1L) / terms.admissionsPerSecond();
    SeatFigures figures = view.figures();
    return new Answer(
        State.WAITING,
        isOpen ? position + 1 : null,
        isOpen ? ahead : null,
        estimate,
        soonest,
        null,
        null,
        null,
        figures != null && figures.isSoldOut(),
        view.visitors(),
        terms.opensAt(),
        waitingPause(view, estimate == null ? LATEST_SECONDS : estimate));
  }

  /** Who is far from the front comes seldom, and nobody so often that all would be too many. */
  private static int waitingPause(View view, long estimate) {
    int waiting = view.visitors() - view.admitted().count();
    long fair = Math.max(SOONEST_SECONDS, waiting / POLLS_PER_SECOND);
    return (int) Math.min(Math.max(LATEST_SECONDS, fair), Math.max(fair, estimate / 10));
  }

  /** As fast as in the last minute; before there was one, as fast as is allowed now. */
  private static @Nullable Long estimate(
      View view, WaitingRoomTerms terms, int ahead, Instant now) {
    Admitted admitted = view.admitted();
    long perMinute = admitted.count() - (long) admitted.countAt(now.minusSeconds(60));
    Instant opened = terms.opensAt();
    boolean isYoung = now.isBefore(opened.plusSeconds(60));
    if (perMinute == 0 || isYoung) {
      RateChanged rate = view.commitments().rate();
      perMinute = rate == null ? terms.admissionsPerSecond() * 60L : rate.admissionsPerMinute();
    }
    return perMinute == 0 ? null : (ahead + 1L) * 60 / perMinute;
  }

  private Answer admitted(
      Room room,
      View view,
      WaitingRoomTerms terms,
      VisitorId visitor,
      Instant admittedAt,
      Instant now) {
    Instant expiresAt =
        admittedAt.plusSeconds(terms.admissionSeconds()).truncatedTo(ChronoUnit.SECONDS);
    AdmissionId admission = tokens.admissionId(room.performance(), visitor);
    Ended ended = null;
    if (room.isUsed(admission)) {
      ended = Ended.USED;
    } else if (!now.isBefore(expiresAt)) {
      ended = Ended.EXPIRED;
    }
    SeatFigures figures = view.figures();
    return new Answer(
        State.ADMITTED,
        null,
        0,
        0L,
        0L,
        ended == null ? tokens.admission(room.performance(), visitor, expiresAt) : null,
        expiresAt,
        ended,
        figures != null && figures.isSoldOut(),
        view.visitors(),
        terms.opensAt(),
        LATEST_SECONDS);
  }

  private static Answer over(View view, Instant now) {
    return new Answer(
        State.ADMITTED,
        null,
        0,
        0L,
        0L,
        null,
        null,
        Ended.NOT_NEEDED,
        false,
        view.visitors(),
        now,
        LATEST_SECONDS);
  }
}
