package org.counterfoil.domain.heldback;

import org.counterfoil.domain.seating.AreaName;

/**
 * Which places are held or sold, as it is recorded: a hold that is over but not yet recorded so
 * still counts, for its end would otherwise free a place that was held back meanwhile.
 */
public interface Occupancy {

  boolean isSold(int seat);

  boolean isHeld(int seat);

  /** Places of the area that are held or sold. */
  int takenIn(AreaName area);
}
