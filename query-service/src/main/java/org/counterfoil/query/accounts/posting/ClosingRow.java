package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.ClosingKind;
import org.counterfoil.domain.accounting.ClosingTotals;
import org.jspecify.annotations.Nullable;

/**
 * A closing.
 *
 * @param found what the books had at the cut
 * @param sealed what was recorded; missing until it is
 */
public record ClosingRow(
    UUID organisationId,
    int number,
    ClosingKind kind,
    LocalDate periodFrom,
    LocalDate periodTo,
    long cut,
    Instant startedAt,
    boolean isAutomatic,
    ClosingTotals found,
    long totalMinor,
    long perpetualMinor,
    long absoluteMinor,
    @Nullable ClosingTotals sealed,
    @Nullable Long sealedPosition) {

  static ClosingRow of(ClosingStarted started, long cut, Instant at, ClosingTotals found) {
    return new ClosingRow(
        started.organisationId().value(),
        started.number(),
        started.kind(),
        started.from(),
        started.to(),
        cut,
        at,
        started.isAutomatic(),
        found,
        found.totalMinor(),
        found.perpetualTotalMinor(),
        found.perpetualAbsoluteMinor(),
        null,
        null);
  }
}
