package org.counterfoil.domain.privacy.register;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A category of personal data that can be captured. Its IRI is that of the Data Privacy
 * Vocabulary's extension for personal data (<a href="https://w3id.org/dpv/pd">DPV PD</a> 2.3).
 */
public enum PersonalField {
  EMAIL("EmailAddress"),
  NAME("Name"),
  TELEPHONE("TelephoneNumber"),
  ADDRESS("PhysicalAddress"),
  /** What somebody needs to get in; data about health, Art. 9 GDPR. */
  ACCESS_NEEDS("HealthData"),
  /** What staff write about a person. */
  NOTE("Communication"),
  /** By which a payment provider knows the person. */
  PAYMENT_REFERENCE("PaymentCard");

  private static final String VOCABULARY = "https://w3id.org/dpv/pd#";

  private final String term;

  PersonalField(String term) {
    this.term = term;
  }

  /** As programs and forms call it: {@code accessNeeds}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (String word : name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      key.append(
          key.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return key.toString();
  }

  /** The one that is called so. */
  public static Optional<PersonalField> of(String key) {
    return Stream.of(values()).filter(field -> field.key().equals(key)).findFirst();
  }

  /** In the Data Privacy Vocabulary. */
  public String iri() {
    return VOCABULARY + term;
  }

  /** Whether it reveals what Art. 9(1) GDPR protects, and needs a condition of Art. 9(2). */
  public boolean isSpecialCategory() {
    return this == ACCESS_NEEDS;
  }

  /** Whether a person can be found by it, through a keyed index. */
  public boolean isSearchable() {
    return this == EMAIL || this == NAME || this == TELEPHONE;
  }
}
