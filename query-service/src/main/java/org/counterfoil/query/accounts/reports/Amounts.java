package org.counterfoil.query.accounts.reports;

import java.math.BigDecimal;

/**
 * Writes minor units as amounts.
 *
 * @param digits how many the currency's minor unit has
 */
record Amounts(int digits) {
  BigDecimal of(long minor) {
    return BigDecimal.valueOf(minor, digits);
  }
}
