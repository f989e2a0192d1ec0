package org.counterfoil.domain.organisation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** A country, ISO 3166-1 alpha-2. Matches {@code [A-Z]{2}}. */
public record CountryCode(String value) implements Text, Comparable<CountryCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

  public CountryCode {
    InvalidText.unlessMatches(FORM, value, "FR");
  }

  @Override
  public int compareTo(CountryCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
