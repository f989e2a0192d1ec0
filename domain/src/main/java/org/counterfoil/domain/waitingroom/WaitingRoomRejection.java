package org.counterfoil.domain.waitingroom;

import org.counterfoil.domain.Rejection;

/** Why a waiting room was not moved on, or a visitor not let in, in order of precedence. */
public enum WaitingRoomRejection implements Rejection {
  NO_WAITING_ROOM(Kind.NOT_FOUND, false),
  VISITORS_PURGED(Kind.GONE, false),
  LOBBY_NOT_OPEN(Kind.CONFLICT, true),
  LOBBY_NOT_CLOSED(Kind.CONFLICT, true),
  NO_BEACON_NAMED(Kind.CONFLICT, false),
  BEACON_AWAITED(Kind.CONFLICT, true),
  NOT_WHAT_WAS_COMMITTED(Kind.CONFLICT, false),
  ROOM_NOT_OPEN(Kind.CONFLICT, true);

  private final Kind kind;
  private final boolean isRetryable;

  WaitingRoomRejection(Kind kind, boolean isRetryable) {
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
