package org.counterfoil.domain.pass;

import org.counterfoil.domain.Rejection;

/**
 * Why a command about a pass, or about those that are sold, was refused, in order of precedence.
 */
public enum PassRejection implements Rejection {
  UNKNOWN_PASS(Kind.NOT_FOUND),
  PASS_USES_NOT_WHOLE(Kind.INVALID),
  PASS_PAYMENT_EXISTS(Kind.CONFLICT),
  /** The payment was given up; another one may be tried. */
  PASS_PAYMENT_GIVEN_UP(Kind.CONFLICT),
  PASS_EXPIRED(Kind.GONE),
  PASS_USED_UP(Kind.CONFLICT),
  PASS_USED_FOR_PERFORMANCE(Kind.CONFLICT),
  PASS_OFFER_REPEATED(Kind.INVALID),
  INVALID_PASS_OFFER(Kind.INVALID);

  private final Kind kind;

  PassRejection(Kind kind) {
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
