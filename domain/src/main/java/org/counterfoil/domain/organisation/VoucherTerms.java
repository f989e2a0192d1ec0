package org.counterfoil.domain.organisation;

/**
 * What an organisation promises with its vouchers.
 *
 * @param validDays for how many days from its payment a voucher can be spent, from {@value
 *     #LEAST_DAYS} to {@value #MOST_DAYS}
 */
public record VoucherTerms(int validDays) {

  /** Where nothing was set: a year. */
  public static final int USUAL_DAYS = 365;

  static final int LEAST_DAYS = 30;
  static final int MOST_DAYS = 3_650;

  /** What holds where an organisation has set nothing. */
  public static final VoucherTerms USUAL = new VoucherTerms(USUAL_DAYS);

  boolean isSensible() {
    return validDays >= LEAST_DAYS && validDays <= MOST_DAYS;
  }
}
