package org.counterfoil.domain.access;

import org.counterfoil.domain.Rejection;

/** Why a command about access was refused, in order of precedence. */
public enum AccessRejection implements Rejection {
  UNKNOWN_API_TOKEN(Kind.NOT_FOUND),
  UNKNOWN_LOGIN_LINK(Kind.NOT_FOUND),
  LOGIN_LINK_USED(Kind.GONE),
  LOGIN_LINK_EXPIRED(Kind.GONE),
  ACCESS_EXISTS(Kind.CONFLICT),
  ROLE_NOT_GRANTABLE(Kind.INVALID),
  END_DATE_REQUIRED(Kind.INVALID),
  END_DATE_PASSED(Kind.INVALID),
  END_DATE_OUT_OF_RANGE(Kind.INVALID);

  private final Kind kind;

  AccessRejection(Kind kind) {
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
