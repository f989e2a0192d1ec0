package org.counterfoil.query.operations;

import org.counterfoil.domain.Rejection;

/** Why an operator's wish was refused, in order of precedence. */
enum OperationsRejection implements Rejection {
  UNKNOWN_PROJECTION(Kind.NOT_FOUND, false),
  UNKNOWN_DEAD_LETTER(Kind.NOT_FOUND, false),
  PROJECTION_BUSY(Kind.CONFLICT, true),
  DISCARD_NOT_ALLOWED(Kind.CONFLICT, false);

  private final Kind kind;
  private final boolean retryable;

  OperationsRejection(Kind kind, boolean retryable) {
    this.kind = kind;
    this.retryable = retryable;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return retryable;
  }
}
