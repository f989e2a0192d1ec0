package org.counterfoil.domain.organisation;

/**
 * An organisation that sells another one's tickets on that one's account, of all of its
 * performances.
 *
 * @param channel whose sales are its
 */
public record NamedAgent(AgentChannel channel, OrganisationId organisationId) {}
