package org.counterfoil.command.exchange;

import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.Violation;

/**
 * Refuses what would become an event of more than 256 KiB, which no store takes: it would fail with
 * every command it shares a commit with.
 */
public final class EventSize {

  /** Leaves room for the envelope and the few fields that are not counted. */
  public static final int MOST_BYTES = 240_000;

  /** Bytes of a price type's name in UTF-8: each ticket of an event repeats it. */
  public static final int LONGEST_PRICE_NAME = 200;

  private EventSize() {}

  /** Refuses parts that are too large together, as they are written in an event. */
  public static void check(String field, Object... parts) {
    long bytes = 0;
    for (Object part : parts) {
      bytes += DomainJson.mapper().writeValueAsBytes(part).length;
    }
    check(field, bytes);
  }

  /** The same for a size that was reckoned. */
  public static void check(String field, long bytes) {
    if (bytes > MOST_BYTES) {
      String detail =
          "Expected at most " + MOST_BYTES + " bytes to record, but there would be " + bytes;
      throw Problem.of(ProblemCode.BODY_TOO_LARGE, detail)
          .withViolations(java.util.List.of(new Violation(field, detail)))
          .exception();
    }
  }
}
