package org.counterfoil.domain.money;

import java.util.Currency;

/**
 * An amount in the minor units of a currency (cents for EUR). Signed; arithmetic that would
 * overflow or mix currencies is an error.
 *
 * @param minor the amount in minor units
 * @param currency ISO 4217
 */
public record Money(long minor, Currency currency) {

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.subtractExact(minor, other.minor), currency);
  }

  public Money times(int count) {
    return new Money(Math.multiplyExact(minor, count), currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isMoreThan(Money other) {
    requireSameCurrency(other);
    return minor > other.minor;
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Expected an amount in " + currency + ", but it is in " + other.currency);
    }
  }
}
