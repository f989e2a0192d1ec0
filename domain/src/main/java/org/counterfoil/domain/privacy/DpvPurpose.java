package org.counterfoil.domain.privacy;

/**
 * What a purpose is in the <a href="https://w3id.org/dpv">Data Privacy Vocabulary</a> 2.3; those
 * that a venue may have.
 */
public enum DpvPurpose {
  SELL_PRODUCTS_TO_DATA_SUBJECT("SellProductsToDataSubject"),
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

  public String iri() {
    return "https://w3id.org/dpv#" + term;
  }

  /** Whether a person's objection to it is absolute, Art. 21(2) and (3) GDPR. */
  public boolean isMarketing() {
    return this == DIRECT_MARKETING;
  }
}
