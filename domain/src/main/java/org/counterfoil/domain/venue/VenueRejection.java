package org.counterfoil.domain.venue;

import org.counterfoil.domain.Rejection;

/** Why a command about a venue was refused, in order of precedence. */
public enum VenueRejection implements Rejection {
  UNKNOWN_VENUE(Kind.NOT_FOUND),
  UNKNOWN_SEATING_PLAN(Kind.NOT_FOUND),
  VENUE_EXISTS(Kind.CONFLICT),
  VENUE_OCCUPIED(Kind.CONFLICT);

  private final Kind kind;

  VenueRejection(Kind kind) {
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
