package org.counterfoil.domain.privacy.register;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * By which an organisation knows a purpose of processing. Matches {@code [a-z][a-z0-9-]{0,39}},
 * such as {@code ticket-delivery}.
 */
public record PurposeKey(String value) implements Text, Comparable<PurposeKey> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public PurposeKey {
    InvalidText.unlessMatches(FORM, value, "ticket-delivery");
  }

  @Override
  public int compareTo(PurposeKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
