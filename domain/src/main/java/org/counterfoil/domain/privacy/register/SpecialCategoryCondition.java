package org.counterfoil.domain.privacy.register;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Under which condition of Art. 9(2) GDPR data of a special category may be processed. Matches
 * {@code A9-2-[a-j]}.
 */
public record SpecialCategoryCondition(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("A9-2-[a-j]");

  /** Explicit consent, Art. 9(2)(a). */
  public static final SpecialCategoryCondition EXPLICIT_CONSENT =
      new SpecialCategoryCondition("A9-2-a");

  public SpecialCategoryCondition {
    InvalidText.unlessMatches(FORM, value, "A9-2-a");
  }

  /** In the Data Privacy Vocabulary. */
  public String iri() {
    return "https://w3id.org/dpv/legal/eu/gdpr#" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
