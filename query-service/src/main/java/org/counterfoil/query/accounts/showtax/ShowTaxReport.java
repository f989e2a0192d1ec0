package org.counterfoil.query.accounts.showtax;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.ShowTax.Exemption;
import org.jspecify.annotations.Nullable;

/**
 * The tax on shows of a year.
 *
 * @param rate in percent of net receipts
 * @param taxMinor of all performances that are not exempt
 * @param dueMinor the same, or nothing where it is below the threshold
 */
public record ShowTaxReport(
    int year,
    String currency,
    String rate,
    long netReceiptsMinor,
    long taxMinor,
    long thresholdMinor,
    long dueMinor,
    List<Line> performances,
    long position) {

  /**
   * One performance that ended in the year.
   *
   * @param endedOn where it took place; the tax arises then
   * @param exemption why no tax is due on it; missing where it is
   */
  public record Line(
      UUID performanceId,
      String title,
      LocalDate endedOn,
      @Nullable String taxCategory,
      @Nullable Exemption exemption,
      long netReceiptsMinor,
      long taxMinor) {}
}
