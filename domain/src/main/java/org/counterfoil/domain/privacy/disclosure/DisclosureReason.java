package org.counterfoil.domain.privacy.disclosure;

/** Why personal data are read. */
public enum DisclosureReason {
  /** The person asked what is kept of it, Art. 15 GDPR. */
  ACCESS_REQUEST,
  /** The person takes its data elsewhere, Art. 20. */
  PORTABILITY,
  /** Something is put right, Art. 16. */
  RECTIFICATION,
  /** Something is to be erased, Art. 17. */
  ERASURE,
  /** Somebody at the counter or on the telephone needs help with an order. */
  CUSTOMER_SERVICE,
  /** Who may come in is checked at the door. */
  ADMISSION,
  /** A performance changed, and its buyers are told. */
  PERFORMANCE_CHANGED,
  /** Those who agreed are written to. */
  MAILING,
  /** Books, invoices and those who check them. */
  ACCOUNTING,
  /** A legal claim. */
  CLAIM,
  /** A fraud is looked into. */
  FRAUD_PREVENTION,
  /** An authority asked under a law. */
  LEGAL_OBLIGATION,
  /** The data protection officer checks what is kept. */
  AUDIT
}
