package org.counterfoil.query.audit.register;

import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;

/**
 * Whose data a purpose needs (Art. 30(1)(c) GDPR), as the Data Privacy Vocabulary calls them.
 * Follows from what the purpose is.
 */
public enum SubjectCategory {
  CUSTOMER("Customer"),
  SUBSCRIBER("Subscriber"),
  VISITOR("Visitor"),
  EMPLOYEE("Employee");

  private final String term;

  SubjectCategory(String term) {
    this.term = term;
  }

  public String iri() {
    return "https://w3id.org/dpv#" + term;
  }

  /**
   * The category.
   *
   * @param basis whoever is written to without having agreed to it has bought something (Art. 13(2)
   *     of Directive 2002/58/EC), and subscribed to nothing
   */
  static SubjectCategory of(DpvPurpose purpose, LawfulBasis basis) {
    return switch (purpose) {
      case SELL_PRODUCTS_TO_DATA_SUBJECT,
          ACCOUNT_MANAGEMENT,
          CUSTOMER_ORDER_MANAGEMENT,
          COMMUNICATION_MANAGEMENT,
          PAYMENT_MANAGEMENT,
          LEGAL_COMPLIANCE,
          DISPUTE_MANAGEMENT,
          FRAUD_PREVENTION_AND_DETECTION ->
          CUSTOMER;
      case DIRECT_MARKETING -> basis.equals(LawfulBasis.CONSENT) ? SUBSCRIBER : CUSTOMER;
      case ENFORCE_ACCESS_CONTROL -> VISITOR;
      case PERSONNEL_MANAGEMENT -> EMPLOYEE;
    };
  }
}
