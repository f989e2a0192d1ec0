package org.counterfoil.query.accounts.tills;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A till session as far as it has come; amounts in minor units.
 *
 * @param session gapless in the organisation
 * @param keeper whose cash is in it
 * @param takingsMinor what the keeper took, less what was paid out
 * @param differenceMinor what was there too much; negative where something was missing
 * @param bankedMinor what went to the bank
 * @param arrivedOn when the bank had it
 */
public record ListedTill(
    int session,
    State state,
    String keeper,
    Instant openedAt,
    String currency,
    long floatMinor,
    @Nullable Long takingsMinor,
    @Nullable Long countedMinor,
    @Nullable Long differenceMinor,
    @Nullable Long bankedMinor,
    @Nullable LocalDate arrivedOn) {

  /** How far it has come. */
  public enum State {
    OPEN,
    COUNTED,
    BANKED,
    ARRIVED
  }
}
