package org.counterfoil.query.accounts.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Deferred revenue (account 487) of a period, by performance, net of tax, by accounting date:
 * {@code opening + received − refunded − earned = closing}. The closings of all performances add up
 * to the balance of the account, under whichever numbers it was booked.
 *
 * @param account its number in the organisation's chart now
 */
public record RevenueReport(
    String currency,
    String account,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Line> performances,
    long openingMinor,
    long receivedMinor,
    long refundedMinor,
    long earnedMinor,
    long closingMinor,
    long position) {

  /**
   * One performance, which had something deferred when the period began or in it.
   *
   * @param state whether it is yet to come, took place or was cancelled, at the end of the period
   * @param openingMinor deferred when the period began
   * @param receivedMinor sold in the period; exchanges as what they changed
   * @param refundedMinor given back, or owed back since the performance was cancelled
   * @param earnedMinor earned, because it took place
   * @param closingMinor deferred when the period ended
   */
  public record Line(
      UUID performanceId,
      String title,
      Instant startsAt,
      String timeZone,
      String state,
      long openingMinor,
      long receivedMinor,
      long refundedMinor,
      long earnedMinor,
      long closingMinor) {}

  static RevenueReport of(
      String currency,
      String account,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<Line> lines,
      long position) {
    return new RevenueReport(
        currency,
        account,
        from,
        to,
        lines,
        sum(lines, Line::openingMinor),
        sum(lines, Line::receivedMinor),
        sum(lines, Line::refundedMinor),
        sum(lines, Line::earnedMinor),
        sum(lines, Line::closingMinor),
        position);
  }

  private static long sum(List<Line> lines, ToLongFunction<Line> part) {
    return lines.stream().mapToLong(part).sum();
  }
}
