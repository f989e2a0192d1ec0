package org.counterfoil.query.accounts.closings;

import org.counterfoil.domain.Rejection;

/** Why a closing cannot be shown, in order of precedence. */
public enum ClosingRejection implements Rejection {
  UNKNOWN_CLOSING,
  CLOSING_NOT_SEALED;

  @Override
  public Kind kind() {
    return this == UNKNOWN_CLOSING ? Kind.NOT_FOUND : Kind.CONFLICT;
  }

  @Override
  public boolean retryable() {
    return this == CLOSING_NOT_SEALED;
  }
}
