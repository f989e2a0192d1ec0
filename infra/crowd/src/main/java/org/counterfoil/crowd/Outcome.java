package org.counterfoil.crowd;

/** How a session ended for who played it. */
enum Outcome {
  BOUGHT,
  /** It is ordered and paid for, but the seller has not heard of the money yet. */
  PAYING_LATE,
  /** They had places and did not want them any more. */
  CHANGED_THEIR_MIND,
  /** There was nothing to be had. Who wanted it comes back when there is. */
  EMPTY_HANDED,
  /** They were refused for what they are or have already had. */
  TURNED_AWAY
}
