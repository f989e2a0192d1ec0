package org.counterfoil.http.access;

import java.time.Instant;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What a token or a login session allows.
 *
 * @param organisationId in which organisation; missing for {@link Role#PLATFORM_ADMIN}, who may act
 *     in all of them
 * @param validUntil when it ends by itself; missing where it does not
 */
public record Grant(
    Actor actor, Role role, @Nullable OrganisationId organisationId, @Nullable Instant validUntil) {

  /** Whether it counts in the organisation. */
  public boolean isFor(OrganisationId organisation) {
    return role == Role.PLATFORM_ADMIN || organisation.equals(organisationId);
  }

  boolean isValidAt(Instant now) {
    return validUntil == null || now.isBefore(validUntil);
  }
}
