package org.counterfoil.domain.seathold;

import org.counterfoil.domain.Rejection;

/** Why a command about a hold was refused, in order of precedence. */
public enum SeatHoldRejection implements Rejection {
  UNKNOWN_PERFORMANCE(Kind.NOT_FOUND, false),
  UNKNOWN_HOLD(Kind.NOT_FOUND, false),
  UNKNOWN_SEAT(Kind.NOT_FOUND, false),
  UNKNOWN_AREA(Kind.NOT_FOUND, false),
  UNKNOWN_ZONE(Kind.NOT_FOUND, false),
  NOTHING_ASKED(Kind.INVALID, false),
  SEAT_REPEATED(Kind.INVALID, false),
  HOLD_EXISTS(Kind.CONFLICT, false),
  PERFORMANCE_CANCELLED(Kind.CONFLICT, false),
  ONSALE_NOT_OPEN(Kind.CONFLICT, true),
  PRESALE_CODE_REQUIRED(Kind.CONFLICT, true),
  PRESALE_CODE_UNKNOWN(Kind.CONFLICT, false),
  ADMISSION_REQUIRED(Kind.FORBIDDEN, true),
  ADMISSION_USED(Kind.CONFLICT, false),
  BEST_AVAILABLE_ONLY(Kind.CONFLICT, false),
  HOLD_LIMIT_REACHED(Kind.LIMIT, false),
  SEAT_NOT_FOR_SALE(Kind.CONFLICT, false),
  SEAT_ALREADY_SOLD(Kind.CONFLICT, false),
  SEAT_ALREADY_HELD(Kind.CONFLICT, true),
  NOT_ENOUGH_SEATS(Kind.CONFLICT, true),
  WOULD_LEAVE_ORPHAN_SEAT(Kind.CONFLICT, false),
  HOLD_SOLD(Kind.CONFLICT, false),
  HOLD_RELEASED(Kind.GONE, false),
  HOLD_EXPIRED(Kind.GONE, false),
  HOLD_ORDERED(Kind.CONFLICT, false),
  HOLD_EXTENDED_ALREADY(Kind.CONFLICT, false);

  private final Kind kind;
  private final boolean isRetryable;

  SeatHoldRejection(Kind kind, boolean isRetryable) {
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
