package org.counterfoil.domain.accounting;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * By which the buyer finds an invoice in its own files, such as the number of its purchase order,
 * free of personal data. Matches {@code [A-Z0-9-]{1,35}}.
 */
public record InvoiceReference(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,35}");

  public InvoiceReference {
    InvalidText.unlessMatches(FORM, value, "BC-2026-114");
  }

  @Override
  public String toString() {
    return value;
  }
}
