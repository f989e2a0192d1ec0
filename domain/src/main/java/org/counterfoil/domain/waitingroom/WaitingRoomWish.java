package org.counterfoil.domain.waitingroom;

import java.time.Instant;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a waiting room.
 *
 * @param lobbyOpensAt half an hour before the opening where missing
 * @param admissionsPerSecond how many are let in at the most
 * @param admissionSeconds how long who was let in may place a hold
 * @param beacon names the public random value to be mixed in, if any
 */
public record WaitingRoomWish(
    @Nullable Instant lobbyOpensAt,
    int admissionsPerSecond,
    int admissionSeconds,
    @Nullable PublicLabel beacon) {

  /** Admissions in a second where nobody said otherwise. */
  public static final int USUAL_ADMISSIONS_PER_SECOND = 50;

  /** Seconds to place a hold where nobody said otherwise. */
  public static final int USUAL_ADMISSION_SECONDS = 600;

  private static final int MAX_ADMISSIONS_PER_SECOND = 10_000;
  private static final int MIN_ADMISSION_SECONDS = 30;
  private static final int MAX_ADMISSION_SECONDS = 86_400;
  private static final long USUAL_LOBBY_SECONDS = 1_800;

  /** Whether its numbers make sense. */
  public boolean isSane() {
    return admissionsPerSecond >= 1
        && admissionsPerSecond <= MAX_ADMISSIONS_PER_SECOND
        && admissionSeconds >= MIN_ADMISSION_SECONDS
        && admissionSeconds <= MAX_ADMISSION_SECONDS;
  }

  /** In words, what {@link #isSane} asks. */
  public static String sanity() {
    return "1 to "
        + MAX_ADMISSIONS_PER_SECOND
        + " admissions per second and "
        + MIN_ADMISSION_SECONDS
        + " to "
        + MAX_ADMISSION_SECONDS
        + " seconds to use one";
  }

  /** The terms of a room that is to open then; the usual lobby is not longer than there is time. */
  public WaitingRoomTerms openingAt(Instant opensAt, Instant now) {
    Instant lobby = lobbyOpensAt;
    if (lobby == null) {
      Instant usual = opensAt.minusSeconds(USUAL_LOBBY_SECONDS);
      lobby = usual.isBefore(now) && !opensAt.isBefore(now) ? now : usual;
    }
    return new WaitingRoomTerms(lobby, opensAt, admissionsPerSecond, admissionSeconds, beacon);
  }
}
