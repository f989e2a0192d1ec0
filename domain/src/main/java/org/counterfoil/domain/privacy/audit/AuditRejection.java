package org.counterfoil.domain.privacy.audit;

import org.counterfoil.domain.Rejection;

/** Why a reading of the records about personal data was refused. */
public enum AuditRejection implements Rejection {
  SUBJECT_MISPLACED(Kind.INVALID);

  private final Kind kind;

  AuditRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
