package org.counterfoil.domain.accounting;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** The short name of a journal. Matches {@code [A-Z0-9]{1,10}}. */
public record JournalCode(String value) implements Text, Comparable<JournalCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,10}");

  public JournalCode {
    InvalidText.unlessMatches(FORM, value, "VT");
  }

  @Override
  public int compareTo(JournalCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
