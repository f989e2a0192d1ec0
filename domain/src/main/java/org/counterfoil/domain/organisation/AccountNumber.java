package org.counterfoil.domain.organisation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * An account of the chart of accounts; starts with three digits. Matches {@code
 * [0-9]{3}[0-9A-Z]{0,17}}.
 */
public record AccountNumber(String value) implements Text, Comparable<AccountNumber> {

  private static final Pattern FORM = Pattern.compile("[0-9]{3}[0-9A-Z]{0,17}");

  public AccountNumber {
    InvalidText.unlessMatches(FORM, value, "511");
  }

  @Override
  public int compareTo(AccountNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
