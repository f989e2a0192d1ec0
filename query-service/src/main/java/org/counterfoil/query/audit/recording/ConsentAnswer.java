package org.counterfoil.query.audit.recording;

/** What was answered about a consent, or how it ended by itself. */
public enum ConsentAnswer {
  GIVEN,
  RENEWED,
  REFUSED,
  WITHDRAWN,
  EXPIRED;

  /** Whether the consent is in force after it. */
  public boolean isInForce() {
    return this == GIVEN || this == RENEWED;
  }
}
