package org.counterfoil.domain.order;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** A payment provider's name. Matches {@code [a-z][a-z0-9-]{0,31}}. */
public record ProviderName(String value) implements Text, Comparable<ProviderName> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Who pays with vouchers, and gives money back to them: this house itself. */
  public static final ProviderName VOUCHERS = new ProviderName("voucher");

  /** Who pays with passes, and gives uses back to them: this house as well. */
  public static final ProviderName PASSES = new ProviderName("pass");

  public ProviderName {
    InvalidText.unlessMatches(FORM, value, "simulated");
  }

  /** Whether no money moves there: it pays with what was sold before. */
  public boolean isOfThisHouse() {
    return equals(VOUCHERS) || equals(PASSES);
  }

  @Override
  public int compareTo(ProviderName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
