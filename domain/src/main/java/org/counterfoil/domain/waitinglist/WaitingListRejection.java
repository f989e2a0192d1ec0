package org.counterfoil.domain.waitinglist;

import org.counterfoil.domain.Rejection;

/** Why a command about a waiting list was refused, in order of precedence. */
public enum WaitingListRejection implements Rejection {
  UNKNOWN_PERFORMANCE(Kind.NOT_FOUND, false),
  UNKNOWN_WAITING_LIST_ENTRY(Kind.NOT_FOUND, false),
  UNKNOWN_ZONE(Kind.NOT_FOUND, false),
  NOTHING_ASKED(Kind.INVALID, false),
  WAITING_LIST_ENTRY_EXISTS(Kind.CONFLICT, false),
  ONSALE_NOT_OPEN(Kind.CONFLICT, true),
  HOLD_LIMIT_REACHED(Kind.LIMIT, false),
  PLACES_AVAILABLE(Kind.CONFLICT, false),
  WAITING_LIST_FULL(Kind.LIMIT, true);

  private final Kind kind;
  private final boolean isRetryable;

  WaitingListRejection(Kind kind, boolean isRetryable) {
    this.kind = kind;
    this.isRetryable = isRetryable;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return isRetryable;
  }
}
