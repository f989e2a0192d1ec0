package org.counterfoil.domain.privacy.controller;

import org.counterfoil.domain.Rejection;

/** Why a description of the controller was refused. */
public enum ControllerRejection implements Rejection {
  TOO_MANY(Kind.INVALID),
  TRANSFER_REPEATED(Kind.INVALID);

  private final Kind kind;

  ControllerRejection(Kind kind) {
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
