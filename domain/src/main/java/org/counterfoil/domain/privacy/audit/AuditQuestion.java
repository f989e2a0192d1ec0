package org.counterfoil.domain.privacy.audit;

/** What can be asked of the records about personal data, where the answer names persons. */
public enum AuditQuestion {
  TIMELINE,
  CONSENTS,
  CONSENT_RECORD,
  CAPTURES,
  DISCLOSURES,
  RETENTION_DUE,
  RETENTION_ENDED,
  BREACH,
  REQUESTS;

  /** Whether it is asked about one person. */
  public boolean isAboutSomebody() {
    return switch (this) {
      case TIMELINE, CONSENTS, CONSENT_RECORD -> true;
      case CAPTURES, DISCLOSURES, RETENTION_DUE, RETENTION_ENDED, BREACH, REQUESTS -> false;
    };
  }
}
