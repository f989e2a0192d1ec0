package org.counterfoil.domain.performance;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** A sales channel. Matches {@code [A-Z0-9][A-Z0-9_-]{0,31}}. */
public record SalesChannel(String value) implements Text, Comparable<SalesChannel> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public SalesChannel {
    InvalidText.unlessMatches(FORM, value, "WEB");
  }

  @Override
  public int compareTo(SalesChannel other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
