package org.counterfoil.domain.organisation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * A number under which an authority registered an organisation. Matches {@code [A-Z0-9][A-Z0-9
 * .-]{0,39}}.
 */
public record RegistrationNumber(String value) implements Text, Comparable<RegistrationNumber> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9 .-]{0,39}");

  public RegistrationNumber {
    InvalidText.unlessMatches(FORM, value, "732829320");
  }

  @Override
  public int compareTo(RegistrationNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
