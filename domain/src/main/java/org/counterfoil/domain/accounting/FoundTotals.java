package org.counterfoil.domain.accounting;

import org.counterfoil.domain.organisation.OrganisationId;

/**
 * The totals that the books had at the cut of a closing that is not sealed yet.
 *
 * @param cut the position of its beginning
 */
public record FoundTotals(
    OrganisationId organisationId, int number, long cut, ClosingTotals totals) {}
