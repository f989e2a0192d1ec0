package org.counterfoil.command.privacy.vault;

import org.counterfoil.domain.Rejection;

/** Why a master key stays as it is, in order of precedence. */
enum MasterKeyRejection implements Rejection {
  /** It is in a key service, which makes its versions itself. */
  MASTER_KEY_ELSEWHERE(Kind.CONFLICT, false),
  UNKNOWN_MASTER_KEY_VERSION(Kind.NOT_FOUND, false),
  /** Somebody else has made a version since: look at it first. */
  MASTER_KEY_CHANGED(Kind.CONFLICT, false),
  /** Keys are still encrypted by it. */
  MASTER_KEY_VERSION_IN_USE(Kind.CONFLICT, true),
  /** Backups that may still be there have keys that nothing else opens. */
  MASTER_KEY_VERSION_IN_BACKUPS(Kind.CONFLICT, true);

  private final Kind kind;
  private final boolean retryable;

  MasterKeyRejection(Kind kind, boolean retryable) {
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
