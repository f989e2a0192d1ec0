package org.counterfoil.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * A tax rate in percent, such as {@code "5.5"}; at least 0, under 100, at most three decimals,
 * written without trailing zeros.
 */
public record TaxRate(String value) implements Text {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public TaxRate {
    value = normal(value);
  }

  /**
   * Splits a price that includes tax: net is {@code HALF_UP(gross / (1 + rate))} in minor units,
   * tax is the rest. No rule of French tax law settles the rounding; this is the stated policy, and
   * the result is frozen where it is recorded. Negative amounts split as the mirror of positive
   * ones.
   */
  public TaxSplit split(Money gross) {
    BigDecimal divisor = HUNDRED.add(new BigDecimal(value));
    long netMinor =
        BigDecimal.valueOf(gross.minor())
            .multiply(HUNDRED)
            .divide(divisor, 0, RoundingMode.HALF_UP)
            .longValueExact();
    Money net = new Money(netMinor, gross.currency());
    return new TaxSplit(gross, net, gross.minus(net), this);
  }

  @Override
  public String toString() {
    return value;
  }

  private static String normal(String text) {
    BigDecimal percent;
    try {
      percent = new BigDecimal(text.length() > 10 ? "" : text);
    } catch (NumberFormatException notANumber) {
      throw new InvalidText("Expected a tax rate in percent such as \"5.5\", but it is no number");
    }
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0) {
      throw new InvalidText("Expected a tax rate from 0 to under 100 percent, but it is outside");
    }
    if (percent.stripTrailingZeros().scale() > 3) {
      throw new InvalidText("Expected a tax rate of at most three decimals, but it has more");
    }
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }
}
