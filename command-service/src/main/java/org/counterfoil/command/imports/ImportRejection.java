package org.counterfoil.command.imports;

import org.counterfoil.domain.Rejection;

/** Why a file was not brought in. */
enum ImportRejection implements Rejection {
  /** Another file of the organisation is being brought in. */
  IMPORT_RUNNING,
  /** It has faults, and was to be taken whole or not at all. */
  IMPORT_FAULTY;

  @Override
  public Kind kind() {
    return Kind.CONFLICT;
  }

  @Override
  public boolean retryable() {
    return this == IMPORT_RUNNING;
  }
}
