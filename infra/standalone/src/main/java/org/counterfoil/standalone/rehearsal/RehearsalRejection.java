package org.counterfoil.standalone.rehearsal;

import org.counterfoil.domain.Rejection;

/** Why a rehearsal does not begin, in order of precedence. */
enum RehearsalRejection implements Rejection {
  UNKNOWN_REHEARSAL(Kind.NOT_FOUND),
  /** What is rehearsed takes place. */
  PERFORMANCE_IS_TRAINING(Kind.CONFLICT),
  /** One at a time: two would measure each other. */
  REHEARSAL_RUNNING(Kind.CONFLICT),
  /** Buyers come first: a sale opens soon, or has just opened. */
  ONSALE_NEAR(Kind.CONFLICT);

  private final Kind kind;

  RehearsalRejection(Kind kind) {
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
