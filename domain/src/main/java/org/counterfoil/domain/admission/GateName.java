package org.counterfoil.domain.admission;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** Where tickets are scanned, such as {@code EAST-2}. Matches {@code [A-Z0-9][A-Z0-9_-]{0,31}}. */
public record GateName(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public GateName {
    InvalidText.unlessMatches(FORM, value, "EAST-2");
  }

  @Override
  public String toString() {
    return value;
  }
}
