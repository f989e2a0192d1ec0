package org.counterfoil.domain.order;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.FeeCode;
import org.jspecify.annotations.Nullable;

/**
 * What is sold beside tickets, at its frozen price. Amounts are those of the whole line, in minor
 * units of the order's currency, and {@code grossMinor = netMinor + taxMinor}: a line is rounded
 * once, and a pass as its uses are.
 *
 * @param fee which fee it is; missing for what is none
 * @param name as the price list has it; missing where the product says it all
 * @param quantity how often it is charged; of a pass, how many uses it has
 * @param taxRate 0 for what is not taxed
 * @param account where it is posted; missing for the chart's account of the product
 * @param validDays for how many days from its payment a voucher can be spent; missing for all else
 * @param pass what a pass promises; missing for all else
 */
public record PricedLine(
    LineId lineId,
    LineProduct product,
    @Nullable FeeCode fee,
    @Nullable PublicLabel name,
    int quantity,
    long grossMinor,
    long netMinor,
    long taxMinor,
    TaxRate taxRate,
    @Nullable AccountNumber account,
    @Nullable Integer validDays,
    @Nullable PassTerms pass) {

  public PricedLine {
    if (grossMinor != netMinor + taxMinor) {
      throw new IllegalArgumentException(
          "Expected gross = net + tax, but "
              + grossMinor
              + " is not "
              + netMinor
              + " + "
              + taxMinor);
    }
  }

  /** Of what is no pass. */
  public PricedLine(
      LineId lineId,
      LineProduct product,
      @Nullable FeeCode fee,
      @Nullable PublicLabel name,
      int quantity,
      long grossMinor,
      long netMinor,
      long taxMinor,
      TaxRate taxRate,
      @Nullable AccountNumber account,
      @Nullable Integer validDays) {
    this(
        lineId,
        product,
        fee,
        name,
        quantity,
        grossMinor,
        netMinor,
        taxMinor,
        taxRate,
        account,
        validDays,
        null);
  }

  /** Of what has no end. */
  public PricedLine(
      LineId lineId,
      LineProduct product,
      @Nullable FeeCode fee,
      @Nullable PublicLabel name,
      int quantity,
      long grossMinor,
      long netMinor,
      long taxMinor,
      TaxRate taxRate,
      @Nullable AccountNumber account) {
    this(
        lineId,
        product,
        fee,
        name,
        quantity,
        grossMinor,
        netMinor,
        taxMinor,
        taxRate,
        account,
        null);
  }
}
