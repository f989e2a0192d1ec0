package org.counterfoil.domain.performance;

import org.counterfoil.domain.organisation.OrganisationId;

/**
 * An organisation that sells tickets of another one on that one's account: what is paid for orders
 * of its channel is in its own till, and it owes it to the organiser.
 *
 * @param channel whose sales are its
 */
public record SalesAgent(SalesChannel channel, OrganisationId organisationId) {}
