package org.counterfoil.domain.order;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** A reference to look a payment up by, free of personal data. Matches {@code [A-Z0-9-]{1,35}}. */
public record PaymentReference(String value) implements Text, Comparable<PaymentReference> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,35}");

  public PaymentReference {
    InvalidText.unlessMatches(FORM, value, "TPE-4711");
  }

  @Override
  public int compareTo(PaymentReference other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
