package org.counterfoil.domain.accounting;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** What a provider calls something, as it writes it. Matches {@code [A-Za-z0-9_.-]{1,100}}. */
public record ProviderReference(String value) implements Text, Comparable<ProviderReference> {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  public ProviderReference {
    InvalidText.unlessMatches(FORM, value, "po_4711");
  }

  @Override
  public int compareTo(ProviderReference other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
