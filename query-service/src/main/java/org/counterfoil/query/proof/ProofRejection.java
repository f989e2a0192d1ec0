package org.counterfoil.query.proof;

import org.counterfoil.domain.Rejection;

/** Why a question about the log has no answer, in order of precedence. */
enum ProofRejection implements Rejection {
  NO_CHECKPOINT_YET,
  UNKNOWN_POSITION,
  UNKNOWN_TICKET,
  UNKNOWN_TILE;

  @Override
  public Kind kind() {
    return Kind.NOT_FOUND;
  }

  @Override
  public boolean retryable() {
    return this == NO_CHECKPOINT_YET;
  }
}
