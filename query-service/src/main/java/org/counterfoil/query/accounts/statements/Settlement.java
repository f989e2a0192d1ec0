package org.counterfoil.query.accounts.statements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The statement between venue and organisation for one performance.
 *
 * @param stage whether it is coming, has taken place or was cancelled
 * @param grossMinor sold less taken back, tax included
 * @param deferredMinor net, of what has not been earned: its part of account 487
 * @param earnedMinor net, earned since it took place
 */
public record Settlement(
    UUID performanceId,
    String production,
    String venue,
    Instant startsAt,
    String timeZone,
    String stage,
    String currency,
    long issued,
    long voided,
    long comps,
    List<RateLine> byRate,
    long grossMinor,
    long taxMinor,
    long netMinor,
    long deferredMinor,
    long earnedMinor,
    long position) {

  /** Receipts at one rate. */
  public record RateLine(String rate, long netMinor, long taxMinor, long grossMinor) {}
}
