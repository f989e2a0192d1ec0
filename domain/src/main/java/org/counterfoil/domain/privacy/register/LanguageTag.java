package org.counterfoil.domain.privacy.register;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** A language as in BCP 47, such as {@code fr} or {@code de-CH}. */
public record LanguageTag(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

  public LanguageTag {
    InvalidText.unlessMatches(FORM, value, "fr");
  }

  @Override
  public String toString() {
    return value;
  }
}
