package org.counterfoil.domain.performance;

import org.counterfoil.domain.Rejection;

/** Why a command about a performance was refused, in order of precedence. */
public enum PerformanceRejection implements Rejection {
  UNKNOWN_PERFORMANCE(Kind.NOT_FOUND),
  PERFORMANCE_EXISTS(Kind.CONFLICT),
  PERFORMANCE_CANCELLED(Kind.CONFLICT),
  PERFORMANCE_COMPLETED(Kind.CONFLICT),
  PERFORMANCE_NOT_CANCELLED(Kind.CONFLICT),
  TIME_OUT_OF_RANGE(Kind.INVALID),
  ENDS_BEFORE_START(Kind.INVALID),
  STARTS_IN_THE_PAST(Kind.CONFLICT),
  WRONG_CURRENCY(Kind.INVALID),
  UNKNOWN_ZONE(Kind.INVALID),
  ZONE_REPEATED(Kind.INVALID),
  PRICE_TYPE_REPEATED(Kind.INVALID),
  INVALID_PRICE(Kind.INVALID),
  FEE_REPEATED(Kind.INVALID),
  INVALID_FEE(Kind.INVALID),
  ZONE_WITHOUT_PRICE(Kind.INVALID),
  INVALID_QUOTA(Kind.INVALID),
  INVALID_RULES(Kind.INVALID),
  CHANNEL_REPEATED(Kind.INVALID),
  AGENT_IS_ORGANISER(Kind.INVALID),
  PERFORMANCE_IS_TRAINING(Kind.CONFLICT),
  CLOSES_BEFORE_OPENING(Kind.INVALID),
  INVALID_WAITING_ROOM(Kind.INVALID),
  WAITING_ROOM_UNDERWAY(Kind.CONFLICT),
  INVALID_PRESALE(Kind.INVALID);

  private final Kind kind;

  PerformanceRejection(Kind kind) {
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
