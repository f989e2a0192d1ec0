package org.counterfoil.domain.waitinglist;

import java.time.Instant;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.seating.ZoneName;

/** What could be had now, and what was had. */
public interface Supply {

  /** Whether so many places of the zone are free and on general sale, as it is recorded. */
  boolean has(ZoneName zone, int quantity);

  /** Places that the buyer has at this moment, held and sold. */
  int takenBy(BuyerMark buyer, Instant now);
}
