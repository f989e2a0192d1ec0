package org.counterfoil.http.access;

import java.util.Set;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as its credentials tell. Endpoints take it as a method argument.
 *
 * @param grant what the credentials stand for; missing for an anonymous caller
 * @param session the login session, by the link that opened it; missing for a program's token
 */
public record HttpCaller(@Nullable Grant grant, @Nullable LoginLinkId session) {

  /** Nobody that is known. */
  public static final HttpCaller ANONYMOUS = new HttpCaller(null, null);

  public boolean isAnonymous() {
    return grant == null;
  }

  public boolean isPlatformAdmin() {
    return grant != null && grant.role() == Role.PLATFORM_ADMIN;
  }

  /** The roles that count in the organisation: none for an anonymous caller or a stranger. */
  public Set<Role> rolesIn(OrganisationId organisation) {
    return grant != null && grant.isFor(organisation) ? Set.of(grant.role()) : Set.of();
  }

  /** Whether it has one of the roles in some organisation, or may do everything. */
  boolean hasAnyOf(Set<Role> roles) {
    return grant != null && (isPlatformAdmin() || roles.contains(grant.role()));
  }

  /** Who is recorded as having acted; an anonymous caller is the buyer known by the id given. */
  public Actor actorOr(Actor buyer) {
    return grant == null ? buyer : grant.actor();
  }

  /**
   * Names the caller where answers are kept for it (idempotency keys): a token, a login session;
   * empty for an anonymous caller.
   */
  public String scope() {
    if (grant == null) {
      return "";
    }
    return session == null ? grant.actor().toString() : "SESSION:" + session;
  }
}
