package org.counterfoil.query.accounts.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider's payout, and what it does not agree in with the payments.
 *
 * @param number of the operation
 * @param amountMinor what arrived: gross less fees
 * @param lines how many payments and refunds it is made of
 * @param matched those of them that agree
 */
public record ListedPayout(
    long number,
    String provider,
    String reference,
    LocalDate arrivedOn,
    Instant recordedAt,
    String currency,
    long amountMinor,
    long grossMinor,
    long feeMinor,
    int lines,
    int matched,
    List<Difference> differences,
    @Nullable Long entryNumber,
    long position) {

  /** What a line does not agree in. */
  public enum DifferenceKind {
    /** No payment or refund of ours is known by that reference. */
    UNKNOWN,
    /** It has another amount. */
    AMOUNT,
    /** An earlier payout had it already. */
    PAID_BEFORE
  }

  /**
   * A line that does not agree.
   *
   * @param orderId whose payment it is, where it is known
   * @param expectedMinor by the payments
   * @param paidMinor by the payout
   */
  public record Difference(
      DifferenceKind kind,
      String reference,
      @Nullable UUID orderId,
      @Nullable Long expectedMinor,
      long paidMinor) {}

  /** Money that went through a provider and is in no payout yet. */
  public record Outstanding(
      UUID paymentId,
      UUID orderId,
      String provider,
      @Nullable String reference,
      String method,
      LocalDate day,
      String currency,
      long amountMinor,
      long position) {}
}
