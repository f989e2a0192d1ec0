package org.counterfoil.domain.heldback;

import org.counterfoil.domain.Rejection;

/** Why a command about places kept off sale was refused, in order of precedence. */
public enum HeldBackRejection implements Rejection {
  UNKNOWN_PERFORMANCE(Kind.NOT_FOUND, false),
  UNKNOWN_HOLD_CODE(Kind.NOT_FOUND, false),
  UNKNOWN_KILL(Kind.NOT_FOUND, false),
  UNKNOWN_ALLOTMENT(Kind.NOT_FOUND, false),
  UNKNOWN_SEAT(Kind.NOT_FOUND, false),
  UNKNOWN_AREA(Kind.NOT_FOUND, false),
  UNKNOWN_ZONE(Kind.NOT_FOUND, false),
  NOTHING_ASKED(Kind.INVALID, false),
  SEAT_REPEATED(Kind.INVALID, false),
  TIME_OUT_OF_RANGE(Kind.INVALID, false),
  RETURNS_IN_THE_PAST(Kind.INVALID, false),
  CASCADE_CHANNEL_REPEATED(Kind.INVALID, false),
  CASCADE_OUT_OF_ORDER(Kind.INVALID, false),
  HELD_BACK_EXISTS(Kind.CONFLICT, false),
  PERFORMANCE_OVER(Kind.CONFLICT, false),
  SEAT_HELD_BACK_ALREADY(Kind.CONFLICT, false),
  SEAT_ALREADY_SOLD(Kind.CONFLICT, false),
  SEAT_ALREADY_HELD(Kind.CONFLICT, true),
  NOT_ENOUGH_SEATS(Kind.CONFLICT, true);

  private final Kind kind;
  private final boolean isRetryable;

  HeldBackRejection(Kind kind, boolean isRetryable) {
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
