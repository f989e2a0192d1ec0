package org.counterfoil.domain.privacy.register;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Why a processing is lawful: one of the six of Art. 6(1) GDPR, as the Data Privacy Vocabulary
 * names them (<a href="https://w3id.org/dpv/legal/eu/gdpr">DPV EU-GDPR</a> 2.3). Matches {@code
 * A6-1-[a-f]}.
 */
public record LawfulBasis(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("A6-1-[a-f]");

  /** Consent, Art. 6(1)(a). */
  public static final LawfulBasis CONSENT = new LawfulBasis("A6-1-a");

  /** A contract with the person, Art. 6(1)(b). */
  public static final LawfulBasis CONTRACT = new LawfulBasis("A6-1-b");

  /** A legal obligation, Art. 6(1)(c). */
  public static final LawfulBasis LEGAL_OBLIGATION = new LawfulBasis("A6-1-c");

  /** A task in the public interest, Art. 6(1)(e). */
  public static final LawfulBasis PUBLIC_TASK = new LawfulBasis("A6-1-e");

  /** A legitimate interest, Art. 6(1)(f). */
  public static final LawfulBasis LEGITIMATE_INTEREST = new LawfulBasis("A6-1-f");

  private static final String VOCABULARY = "https://w3id.org/dpv/legal/eu/gdpr#";

  public LawfulBasis {
    InvalidText.unlessMatches(FORM, value, "A6-1-b");
  }

  /** In the Data Privacy Vocabulary. */
  public String iri() {
    return VOCABULARY + value;
  }

  /** Whether a person may object to it, Art. 21(1) GDPR. */
  public boolean isOpenToObjection() {
    return equals(PUBLIC_TASK) || equals(LEGITIMATE_INTEREST);
  }

  @Override
  public String toString() {
    return value;
  }
}
