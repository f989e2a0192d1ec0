package org.counterfoil.domain.privacy.imports;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Where data came from that were brought from elsewhere: a system, a form, a list; a code, and no
 * free text. Matches {@code [A-Z0-9][A-Z0-9-]{0,34}}, such as {@code OLD-BOX-OFFICE}.
 */
public record SourceCode(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,34}");

  public SourceCode {
    InvalidText.unlessMatches(FORM, value, "OLD-BOX-OFFICE");
  }

  @Override
  public String toString() {
    return value;
  }
}
