package org.counterfoil.query.accounts.closings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.query.accounts.posting.ClosingRow;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * A closing and its totals, tax included.
 *
 * @param state whether its totals are sealed
 * @param agrees whether the books still give the totals that were sealed; missing until they are
 * @param totalMinor sold in the period, less what was taken back
 * @param periodTotalMinor the same since the fiscal year began
 * @param perpetualTotalMinor the same since the books began
 * @param perpetualAbsoluteMinor every sale and every taking back since then, without signs
 * @param position the cut: what comes after it in the log is posted after the period
 * @param checkpoint the first signed note of the log that covers the cut, which it stands on;
 *     missing for the seconds until it is signed
 */
public record ListedClosing(
    int number,
    String kind,
    LocalDate from,
    LocalDate to,
    String state,
    @Nullable Boolean agrees,
    boolean isAutomatic,
    Instant startedAt,
    String currency,
    long totalMinor,
    long periodTotalMinor,
    long perpetualTotalMinor,
    long perpetualAbsoluteMinor,
    List<RateLine> byRate,
    List<MethodLine> byMethod,
    long position,
    @Nullable String checkpoint) {

  /** Sold at one rate. */
  public record RateLine(String rate, long netMinor, long taxMinor, long grossMinor) {}

  /** Received by one method, less what went back. */
  public record MethodLine(String method, long amountMinor) {}

  static ListedClosing of(ClosingRow row, String currency, @Nullable SignedCheckpoint signed) {
    ClosingTotals totals = row.sealed() == null ? row.found() : row.sealed();
    return new ListedClosing(
        row.number(),
        row.kind().name(),
        row.periodFrom(),
        row.periodTo(),
        row.sealed() == null ? "STARTED" : "SEALED",
        row.sealed() == null ? null : row.sealed().equals(row.found()),
        row.isAutomatic(),
        row.startedAt(),
        currency,
        totals.totalMinor(),
        totals.periodTotalMinor(),
        totals.perpetualTotalMinor(),
        totals.perpetualAbsoluteMinor(),
        totals.byRate().stream()
            .map(
                amount ->
                    new RateLine(
                        amount.rate().value(),
                        amount.netMinor(),
                        amount.taxMinor(),
                        amount.grossMinor()))
            .toList(),
        totals.byMethod().stream()
            .map(move -> new MethodLine(move.method().value(), move.amountMinor()))
            .toList(),
        row.cut(),
        signed == null ? null : signed.note());
  }

  /** What it closed, as the books stood at its cut. */
  public BooksScope scope(OrganisationId organisation) {
    return new BooksScope(
        organisation, from, to, new AsOf.Position(position), !kind.equals(ClosingKind.YEAR.name()));
  }
}
