package org.counterfoil.eventstore.log;

/** The log is damaged: an event is missing. Readers MUST stop. */
public final class LogGap extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LogGap(String message) {
    super(message);
  }

  static LogGap ofPositions(long expected, long found) {
    return new LogGap("Expected position " + expected + " next, but the log goes on at " + found);
  }

  static LogGap ofSequences(Object stream, long expected, long found) {
    return new LogGap(
        "Expected event "
            + expected
            + " of stream "
            + stream
            + " next, but it goes on at "
            + found);
  }
}
