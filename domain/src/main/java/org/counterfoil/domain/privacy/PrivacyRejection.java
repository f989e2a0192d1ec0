package org.counterfoil.domain.privacy;

import org.counterfoil.domain.Rejection;

/** Why a command about personal data was refused. */
public enum PrivacyRejection implements Rejection {
  PURPOSE_WITHOUT_FIELDS(Kind.INVALID),
  FIELD_REPEATED(Kind.INVALID),
  CONDITION_MISSING(Kind.INVALID),
  CONSENT_NOT_FREE(Kind.INVALID),
  CONSENT_IN_THE_FUTURE(Kind.INVALID),
  RECEIVED_IN_THE_FUTURE(Kind.INVALID),
  SUBJECT_REPEATED(Kind.INVALID),
  UNKNOWN_PURPOSE(Kind.NOT_FOUND),
  PURPOSE_NOT_DECLARED(Kind.CONFLICT),
  NOTICE_EXISTS(Kind.CONFLICT),
  UNKNOWN_NOTICE(Kind.CONFLICT),
  NOTICE_OF_ANOTHER_PURPOSE(Kind.CONFLICT),
  NOTICE_OUTDATED(Kind.CONFLICT),
  FIELD_NOT_DECLARED(Kind.CONFLICT),
  NOTHING_CAPTURED(Kind.INVALID),
  PURPOSE_ERASED(Kind.CONFLICT),
  KEY_CHANGED(Kind.CONFLICT),
  NEVER_CAPTURED(Kind.CONFLICT),
  NOT_BY_CONSENT(Kind.CONFLICT),
  NOT_OPEN_TO_OBJECTION(Kind.CONFLICT),
  KEPT_BY_LAW(Kind.CONFLICT),
  PROCESSING_RESTRICTED(Kind.CONFLICT),
  SUBJECT_MERGED(Kind.CONFLICT),
  REQUEST_CLOSED(Kind.CONFLICT),
  REQUEST_EXTENDED(Kind.CONFLICT),
  REQUEST_OVERDUE(Kind.CONFLICT),
  IDENTITY_NOT_CHECKED(Kind.CONFLICT),
  NOTHING_TO_CONFIRM(Kind.NOT_FOUND),
  UNKNOWN_REQUEST(Kind.NOT_FOUND),
  UNKNOWN_SUBJECT(Kind.NOT_FOUND);

  private final Kind kind;

  PrivacyRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return this == KEY_CHANGED;
  }
}
