package org.counterfoil.domain.performance;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** The code of a price type (full, concession, …). Matches {@code [A-Z0-9][A-Z0-9_-]{0,31}}. */
public record PriceTypeCode(String value) implements Text, Comparable<PriceTypeCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public PriceTypeCode {
    InvalidText.unlessMatches(FORM, value, "FULL");
  }

  @Override
  public int compareTo(PriceTypeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
