package org.counterfoil.query.accounts.ledgers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tax that became due in a period, by rate: tax on services is due when money is received, and
 * falls when it has gone back. Amounts are sums of what was frozen with each ticket.
 *
 * @param lines sold beside tickets, fees and donations, less those of which nothing is left
 * @param comps free tickets issued, less those voided
 */
public record VatReport(
    String currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<RateLine> rates,
    long netMinor,
    long taxMinor,
    long grossMinor,
    long tickets,
    long lines,
    long comps,
    long position) {

  /**
   * One rate.
   *
   * @param tickets with a price issued, less those voided
   * @param lines sold beside tickets, less those of which nothing is left
   */
  public record RateLine(
      String rate, long netMinor, long taxMinor, long grossMinor, long tickets, long lines) {}
}
