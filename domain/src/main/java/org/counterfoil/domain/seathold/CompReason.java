package org.counterfoil.domain.seathold;

/** Why a ticket is free. */
public enum CompReason {
  PRESS,
  ARTIST,
  PARTNER,
  STAFF,
  SCHOOL,
  PROTOCOL,
  PRIZE,
  COMPLAINT
}
