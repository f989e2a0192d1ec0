package org.counterfoil.domain.reservation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * By which the house finds a party in its own files, free of personal data. Matches {@code
 * [A-Z0-9-]{1,35}}.
 */
public record ReservationReference(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,35}");

  public ReservationReference {
    InvalidText.unlessMatches(FORM, value, "SCHOOL-2026-14");
  }

  @Override
  public String toString() {
    return value;
  }
}
