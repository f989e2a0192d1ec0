package org.counterfoil.domain.performance;

import java.util.Set;
import org.counterfoil.domain.access.Role;

/**
 * On whose behalf and through which channel a sale is made.
 *
 * @param roles the roles the caller has in the performance's organisation; empty for a buyer
 */
public record Caller(SalesChannel channel, Set<Role> roles) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Staff may override limits, sell before the onsale and issue free tickets; all is recorded. */
  public boolean isStaff() {
    return roles.contains(Role.PLATFORM_ADMIN)
        || roles.contains(Role.ADMIN)
        || roles.contains(Role.ORGANISER)
        || roles.contains(Role.BOX_OFFICE);
  }

  boolean hasAnyOf(Set<Role> wanted) {
    return roles.contains(Role.PLATFORM_ADMIN) || roles.stream().anyMatch(wanted::contains);
  }
}
