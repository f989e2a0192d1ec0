package org.counterfoil.http.position;

/** The headers by which a caller reads its own writes. */
public final class Positions {

  /**
   * In an answer: the log position of the command's last event, or the position that the query
   * reflects.
   */
  public static final String POSITION = "Counterfoil-Position";

  /** In a request: the position that the query must have reached. */
  public static final String MIN_POSITION = "Counterfoil-Min-Position";

  private Positions() {}
}
