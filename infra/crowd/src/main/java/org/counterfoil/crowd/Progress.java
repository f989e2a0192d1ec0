package org.counterfoil.crowd;

/**
 * How far a run is.
 *
 * @param visitors who will come in all
 * @param arrived how many of them have come
 * @param inside how many of those are still there
 * @param capacity places in all
 * @param sold tickets that the crowd was given
 * @param holds that it was given
 * @param refused holds that it was not
 * @param elapsedMillis since it began
 */
public record Progress(
    Phase phase,
    int visitors,
    int arrived,
    int inside,
    long capacity,
    long sold,
    long holds,
    long refused,
    long requests,
    long elapsedMillis) {

  /** The parts of a run. */
  public enum Phase {
    /** Before the opening. */
    GATHERING,
    /** They come and buy. */
    SELLING,
    /** Everybody has gone; holds end, late money arrives. */
    SETTLING,
    /** It is over. */
    OVER
  }
}
