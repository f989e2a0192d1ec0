package org.counterfoil.domain.reservation;

import org.counterfoil.domain.Rejection;

/**
 * Why a command about a reservation was refused, in order of precedence. What its hold refuses is
 * answered as the hold does.
 */
public enum ReservationRejection implements Rejection {
  UNKNOWN_RESERVATION(Kind.NOT_FOUND),
  RESERVATION_EXISTS(Kind.CONFLICT),
  RESERVATION_BY_STAFF_ONLY(Kind.FORBIDDEN),
  NOTHING_CHANGED(Kind.INVALID),
  OPTION_OUT_OF_RANGE(Kind.INVALID),
  PLACE_NOT_RESERVED(Kind.CONFLICT),
  NO_PLACE_LEFT(Kind.CONFLICT),
  RESERVATION_TOO_LARGE(Kind.LIMIT);

  private final Kind kind;

  ReservationRejection(Kind kind) {
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
