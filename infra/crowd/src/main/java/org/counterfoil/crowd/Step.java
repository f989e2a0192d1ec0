package org.counterfoil.crowd;

/** What is asked of the system, one name for each sort of request. */
enum Step {
  JOIN,
  POLL,
  LOOK_AT_DRAW,
  LOOK,
  HOLD,
  GIVE_BACK,
  ORDER,
  PAY,
  FOLLOW,
  TICKETS
}
