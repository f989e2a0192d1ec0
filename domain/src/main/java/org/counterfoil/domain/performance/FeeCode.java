package org.counterfoil.domain.performance;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** The code of a fee (booking, delivery, …). Matches {@code [A-Z0-9][A-Z0-9_-]{0,31}}. */
public record FeeCode(String value) implements Text, Comparable<FeeCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public FeeCode {
    InvalidText.unlessMatches(FORM, value, "BOOKING");
  }

  @Override
  public int compareTo(FeeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
