package org.counterfoil.domain.seating;

/** What a seat is for. Wheelchair and companion places stay out of general best available. */
public enum SeatKind {
  STANDARD,
  WHEELCHAIR,
  COMPANION,
  EASY_ACCESS
}
