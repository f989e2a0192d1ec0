package org.counterfoil.domain.heldback;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Under which staff keep places off sale, such as {@code HOUSE-1}. Matches {@code
 * [A-Z0-9][A-Z0-9_-]{0,31}}. Known to staff and shown on their screens: no secret.
 */
public record HoldCode(String value) implements Text, Comparable<HoldCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public HoldCode {
    InvalidText.unlessMatches(FORM, value, "HOUSE-1");
  }

  @Override
  public int compareTo(HoldCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
