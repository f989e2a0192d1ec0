package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * How many more or fewer uses of a pass are left.
 *
 * @param kind ISSUED, USED, RETURNED or EXPIRED
 * @param offer which pass it is, of one that was issued
 * @param name what it is called, of one that was issued
 * @param orderId that it is about; none where its time was over
 * @param performanceId that was paid for, or not any more
 * @param uses negative where they became fewer
 * @param netMinor what was paid for these uses, without tax; of the same sign
 * @param taxMinor the tax on them; of the same sign
 * @param expiresAt until when it can be used now; missing where that did not change
 */
record PassMoveRow(
    UUID organisationId,
    UUID passId,
    long position,
    String kind,
    @Nullable String offer,
    @Nullable String name,
    @Nullable UUID orderId,
    @Nullable UUID performanceId,
    int uses,
    long netMinor,
    long taxMinor,
    String taxRate,
    @Nullable Instant expiresAt,
    LocalDate day,
    Instant at) {

  private record Move(
      String kind,
      int sign,
      PassUses uses,
      @Nullable UUID orderId,
      @Nullable UUID performanceId,
      @Nullable Instant expiresAt) {}

  /** Null where nothing of it changed. */
  static @Nullable PassMoveRow of(PassEvent event, LocalDate day, RecordedEvent recorded) {
    return switch (event) {
      case PassIssued issued ->
          of(
              event,
              new Move(
                  "ISSUED", 1, issued.uses(), issued.orderId().value(), null, issued.expiresAt()),
              day,
              recorded);
      case PassUsed used ->
          of(
              event,
              new Move(
                  "USED",
                  -1,
                  used.uses(),
                  used.orderId().value(),
                  used.performanceId().value(),
                  null),
              day,
              recorded);
      case PassPaymentGivenUp given -> null;
      case PassUsesReturned back ->
          of(
              event,
              new Move(
                  "RETURNED",
                  1,
                  back.uses(),
                  back.orderId().value(),
                  back.performanceId().value(),
                  back.expiresAt()),
              day,
              recorded);
      case PassExpired expired ->
          of(event, new Move("EXPIRED", -1, expired.uses(), null, null, null), day, recorded);
    };
  }

  private static PassMoveRow of(PassEvent event, Move move, LocalDate day, RecordedEvent recorded) {
    PassUses uses = move.uses();
    return new PassMoveRow(
        event.organisationId().value(),
        event.passId().value(),
        recorded.position(),
        move.kind(),
        event instanceof PassIssued issued ? issued.terms().pass().value() : null,
        event instanceof PassIssued issued ? issued.terms().name().value() : null,
        move.orderId(),
        move.performanceId(),
        move.sign() * uses.count(),
        move.sign() * uses.netMinor(),
        move.sign() * uses.taxMinor(),
        uses.taxRate().value(),
        move.expiresAt(),
        day,
        recorded.envelope().recordedAt());
  }
}
