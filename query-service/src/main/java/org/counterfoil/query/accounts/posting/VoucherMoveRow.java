package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * By how much what is left of a voucher changed.
 *
 * @param kind ISSUED, SPENT, CREDITED or EXPIRED
 * @param origin of one that was issued
 * @param taxRate of one that was issued single-purpose
 * @param orderId that it is about; none where its time was over
 * @param amountMinor negative where it became less
 * @param expiresAt until when it can be spent now; missing where that did not change
 */
record VoucherMoveRow(
    UUID organisationId,
    UUID voucherId,
    long position,
    String kind,
    @Nullable String origin,
    @Nullable String taxRate,
    @Nullable UUID orderId,
    long amountMinor,
    @Nullable Instant expiresAt,
    LocalDate day,
    Instant at) {

  /** Null where nothing of it changed. */
  static @Nullable VoucherMoveRow of(VoucherEvent event, LocalDate day, RecordedEvent recorded) {
    return switch (event) {
      case VoucherIssued issued ->
          of(
              event,
              "ISSUED",
              issued.origin().name(),
              rateOf(issued),
              issued.orderId().value(),
              issued.amount().minor(),
              issued.expiresAt(),
              day,
              recorded);
      case VoucherSpent spent ->
          of(
              event,
              "SPENT",
              null,
              null,
              spent.orderId().value(),
              -spent.amount().minor(),
              null,
              day,
              recorded);
      case VoucherPaymentGivenUp given -> null;
      case VoucherCredited credited ->
          of(
              event,
              "CREDITED",
              null,
              null,
              credited.orderId().value(),
              credited.amount().minor(),
              credited.expiresAt(),
              day,
              recorded);
      case VoucherExpired expired ->
          of(event, "EXPIRED", null, null, null, -expired.amount().minor(), null, day, recorded);
    };
  }

  private static @Nullable String rateOf(VoucherIssued issued) {
    return issued.taxRate() == null ? null : issued.taxRate().value();
  }

  private static VoucherMoveRow of(
      VoucherEvent event,
      String kind,
      @Nullable String origin,
      @Nullable String taxRate,
      @Nullable UUID orderId,
      long minor,
      @Nullable Instant expiresAt,
      LocalDate day,
      RecordedEvent recorded) {
    return new VoucherMoveRow(
        event.organisationId().value(),
        event.voucherId().value(),
        recorded.position(),
        kind,
        origin,
        taxRate,
        orderId,
        minor,
        expiresAt,
        day,
        recorded.envelope().recordedAt());
  }
}
