package org.counterfoil.domain.privacy.register;

import java.util.stream.Stream;
import org.counterfoil.domain.InvalidText;

/**
 * What a purpose is in the <a href="https://w3id.org/dpv">Data Privacy Vocabulary</a> 2.3; those
 * that a venue may have.
 */
public enum DpvPurpose {
  SELL_PRODUCTS_TO_DATA_SUBJECT("SellProductsToDataSubject"),
  ACCOUNT_MANAGEMENT("AccountManagement"),
  CUSTOMER_ORDER_MANAGEMENT("CustomerOrderManagement"),
  COMMUNICATION_MANAGEMENT("CommunicationManagement"),
  PAYMENT_MANAGEMENT("PaymentManagement"),
  LEGAL_COMPLIANCE("LegalCompliance"),
  DISPUTE_MANAGEMENT("DisputeManagement"),
  DIRECT_MARKETING("DirectMarketing"),
  FRAUD_PREVENTION_AND_DETECTION("FraudPreventionAndDetection"),
  ENFORCE_ACCESS_CONTROL("EnforceAccessControl"),
  PERSONNEL_MANAGEMENT("PersonnelManagement");

  private final String term;

  DpvPurpose(String term) {
    this.term = term;
  }

  /**
   * The one of this term, such as {@code DirectMarketing}, or of its whole IRI.
   *
   * @throws InvalidText where it is none of these
   */
  public static DpvPurpose of(String text) {
    for (DpvPurpose one : values()) {
      if (text.equals(one.term) || text.equals(one.iri()) || text.equals(one.name())) {
        return one;
      }
    }
    throw new InvalidText(
        "Expected a purpose of the Data Privacy Vocabulary, one of "
            + Stream.of(values()).map(one -> one.term).toList());
  }

  /** Its name in the vocabulary. */
  public String term() {
    return term;
  }

  public String iri() {
    return "https://w3id.org/dpv#" + term;
  }

  /** Whether a person's objection to it is absolute, Art. 21(2) and (3) GDPR. */
  public boolean isMarketing() {
    return this == DIRECT_MARKETING;
  }
}
