package org.counterfoil.query.sales;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.HttpCaller;
import org.jspecify.annotations.Nullable;

/** Offers rehearsals of an onsale on a performance's page; where none is there, none are held. */
@FunctionalInterface
public interface RehearsalOffer {

  /**
   * A way to another page.
   *
   * @param address its path
   * @param label the name of the text that leads there, among the texts of screens
   */
  record Way(String address, String label) {}

  /** Where the caller rehearses this performance; nothing where they may not. */
  @Nullable Way of(HttpCaller caller, OrganisationId organisation, PerformanceId performance);
}
