package org.counterfoil.query.accounts.ledgers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold and what was paid: {@code sales = cash + receivables − settled receivables}.
 *
 * @param receivablesMinor what buyers came to owe, less what we came to owe them
 * @param settledReceivablesMinor how much of both was settled
 * @param balanced whether the identity holds
 */
public record Ledgers(
    String currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    long salesMinor,
    long cashMinor,
    long receivablesMinor,
    long settledReceivablesMinor,
    boolean balanced,
    List<MethodLine> byMethod,
    List<RateLine> byRate,
    long position) {

  /** Received by one method, less what went back by it. */
  public record MethodLine(String method, long receivedMinor, long paidBackMinor, long cashMinor) {}

  /** Sold at one rate, less what was taken back. */
  public record RateLine(String rate, long netMinor, long taxMinor, long grossMinor) {}
}
