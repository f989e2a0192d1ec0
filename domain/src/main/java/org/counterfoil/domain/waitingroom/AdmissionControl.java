package org.counterfoil.domain.waitingroom;

/**
 * How many visitors may be let in. The aim is that nobody is let in to find nothing: at any time no
 * more visitors are at choosing than there are places for them.
 *
 * <p>An admission is unfinished until it placed a hold or its time was over. From the finished ones
 * it is learnt how many places an admission takes, those included that take none:
 *
 * <pre>
 * places per admission = (places taken + 10) / (finished + 10)      begins at one
 * limit of unfinished  = places left / places per admission         rounded up
 * admissions a minute  = 60 / 10 s × (limit − unfinished)           from none to the terms' rate
 * </pre>
 *
 * <p>So a tenth of what is missing is let in each second: the rate falls gently when visitors take
 * long, rises when they finish or give up, and is zero while no place is left. Places of holds that
 * end unsold are left again and count by themselves.
 *
 * @param placesLeft places that a buyer could hold now
 * @param unfinished visitors let in who may still place a hold
 * @param finished admissions that were used, or whose time was over
 * @param placesTaken places that used admissions have held, whatever became of them
 */
public record AdmissionControl(int placesLeft, int unfinished, long finished, long placesTaken) {

  private static final int PRIOR = 10;
  private static final int SECONDS_TO_FILL = 10;
  private static final int SECONDS_PER_MINUTE = 60;

  /** The most visitors that may be unfinished at once. */
  public long limit() {
    long numerator = placesLeft * (finished + PRIOR);
    long denominator = placesTaken + PRIOR;
    return (numerator + denominator - 1) / denominator;
  }

  /**
   * Admissions a minute.
   *
   * @param admissionsPerSecond the most that the terms allow
   */
  public int admissionsPerMinute(int admissionsPerSecond) {
    long missing = Math.max(0, limit() - unfinished);
    long rate = missing * SECONDS_PER_MINUTE / SECONDS_TO_FILL;
    return (int) Math.min(rate, (long) admissionsPerSecond * SECONDS_PER_MINUTE);
  }

  /**
   * Whether a rate differs so much from the one recorded last that it is recorded: it begins, ends,
   * reaches or leaves what the terms allow, or is another by half.
   */
  public static boolean isWorthRecording(int recorded, int current, int admissionsPerSecond) {
    int most = admissionsPerSecond * SECONDS_PER_MINUTE;
    return recorded != current
        && (recorded == 0
            || current == 0
            || current == most
            || recorded == most
            || Math.abs(recorded - current) * 2 >= recorded);
  }
}
