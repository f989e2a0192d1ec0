package org.counterfoil.domain.waitinglist;

import org.counterfoil.domain.seating.ZoneName;

/** What could be had now. */
@FunctionalInterface
public interface Supply {

  /** Whether so many places of the zone are free and on general sale, as it is recorded. */
  boolean has(ZoneName zone, int quantity);
}
