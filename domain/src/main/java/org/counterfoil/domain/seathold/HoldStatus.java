package org.counterfoil.domain.seathold;

/** The life of a hold: placed, then ended in one of three ways. */
public enum HoldStatus {
  PLACED,
  SOLD,
  RELEASED,
  EXPIRED
}
