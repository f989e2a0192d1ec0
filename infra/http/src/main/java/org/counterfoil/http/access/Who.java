package org.counterfoil.http.access;

import java.util.Set;
import org.counterfoil.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** Who may use a route. {@link Role#PLATFORM_ADMIN} may use every one. */
public sealed interface Who {

  /** Everybody; credentials may still be sent, and say more. */
  record Everybody() implements Who {}

  /** Whoever is logged in or has a token, of whichever organisation. */
  record AnyKnown() implements Who {}

  /** The platform administrator only. */
  record PlatformAdmin() implements Who {}

  /**
   * Whoever has the hold's or order's secret, or one of the roles in the organisation whose it is.
   * The endpoint MUST call {@link Access#permitHold} or {@link Access#permitOrder}.
   */
  record SecretHolder(Set<Role> orRoles) implements Who {
    public SecretHolder {
      orRoles = Set.copyOf(orRoles);
    }
  }

  /**
   * Whoever has one of the roles in the organisation concerned.
   *
   * @param organisationVariable the path variable that names the organisation; missing where only
   *     the endpoint knows whose the resource is, which then MUST call {@link Access#permit}
   */
  record Having(Set<Role> roles, @Nullable String organisationVariable) implements Who {
    public Having {
      roles = Set.copyOf(roles);
    }
  }
}
