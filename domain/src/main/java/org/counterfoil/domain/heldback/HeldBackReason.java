package org.counterfoil.domain.heldback;

/** Why places are kept off sale; a closed list, because free text may tell of persons. */
public enum HeldBackReason {
  HOUSE,
  PROTOCOL,
  TECHNICAL,
  PRESS,
  ARTIST,
  PARTNER,
  ACCESSIBILITY,
  SAFETY,
  OBSTRUCTED_VIEW,
  DAMAGED
}
