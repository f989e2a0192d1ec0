package org.counterfoil.domain.accounting;

import java.util.List;

/**
 * What a closing adds up, tax included, in minor units.
 *
 * @param totalMinor sold in the period, less what was taken back
 * @param periodTotalMinor the same since the fiscal year began
 * @param perpetualTotalMinor the same since the books began; nothing resets it
 * @param perpetualAbsoluteMinor every sale and every taking back since the books began, each
 *     without its sign
 * @param byRate sold in the period by tax rate
 * @param byMethod received in the period, less what went back, by method
 */
public record ClosingTotals(
    long totalMinor,
    long periodTotalMinor,
    long perpetualTotalMinor,
    long perpetualAbsoluteMinor,
    List<RateAmount> byRate,
    List<MoneyMove> byMethod) {

  public ClosingTotals {
    byRate = List.copyOf(byRate);
    byMethod = List.copyOf(byMethod);
  }
}
