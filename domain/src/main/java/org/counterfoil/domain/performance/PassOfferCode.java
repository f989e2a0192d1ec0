package org.counterfoil.domain.performance;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Which passes of an organisation are meant; price types name it. Matches {@code
 * [A-Z0-9][A-Z0-9_-]{0,31}}.
 */
public record PassOfferCode(String value) implements Text, Comparable<PassOfferCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public PassOfferCode {
    InvalidText.unlessMatches(FORM, value, "TEN-2027");
  }

  @Override
  public int compareTo(PassOfferCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
