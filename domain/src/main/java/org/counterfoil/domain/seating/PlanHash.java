package org.counterfoil.domain.seating;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * The SHA-256 of a seating plan's stored document, in lower case hexadecimal. Matches {@code
 * [0-9a-f]{64}}.
 */
public record PlanHash(String value) implements Text, Comparable<PlanHash> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public PlanHash {
    InvalidText.unlessMatches(
        FORM, value, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Override
  public int compareTo(PlanHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
