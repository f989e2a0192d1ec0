package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;

/** What who closes books asks those who keep them. Answers may be behind the log. */
public interface BooksOverview {

  /** The books of every organisation whose events could all be booked. */
  List<OpenBooks> all();

  /**
   * One organisation's, with everything up to a position booked.
   *
   * @throws RuntimeException where that is not so in time, or an event of it could not be booked
   */
  OpenBooks of(OrganisationId organisation, long minPosition);

  /**
   * The cash that an actor took, less what it paid out, in minor units.
   *
   * @param after the position after which it counts
   * @param through the last position that counts; everything up to it is booked
   * @throws RuntimeException as {@link #of}
   */
  long cashTaken(OrganisationId organisation, Actor keeper, long after, long through);

  /** The totals of closings that began and are not sealed. */
  List<FoundTotals> unsealed();
}
