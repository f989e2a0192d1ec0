package org.counterfoil.domain.organisation;

import org.counterfoil.domain.money.TaxRate;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation promises with its vouchers.
 *
 * @param validDays for how many days from its payment a voucher can be spent, from {@value
 *     #LEAST_DAYS} to {@value #MOST_DAYS}
 * @param taxRate the one rate of everything that a voucher can be spent for: then it is
 *     single-purpose, and taxed when it is sold (directive 2006/112/EC, art. 30b(1)); missing where
 *     rates differ, so that it is taxed when it is spent
 */
public record VoucherTerms(int validDays, @Nullable TaxRate taxRate) {

  /** Where nothing was set: a year. */
  public static final int USUAL_DAYS = 365;

  static final int LEAST_DAYS = 30;
  static final int MOST_DAYS = 3_650;

  /** What holds where an organisation has set nothing. */
  public static final VoucherTerms USUAL = new VoucherTerms(USUAL_DAYS, null);

  boolean isSensible() {
    return validDays >= LEAST_DAYS && validDays <= MOST_DAYS;
  }
}
