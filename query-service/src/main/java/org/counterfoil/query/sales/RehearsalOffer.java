package org.counterfoil.query.sales;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.HttpCaller;

/** Offers rehearsals of an onsale on a performance's page; where none is there, none are held. */
@FunctionalInterface
public interface RehearsalOffer {

  /** Whether the caller may rehearse what the organisation sells. */
  boolean isFor(HttpCaller caller, OrganisationId organisation);
}
