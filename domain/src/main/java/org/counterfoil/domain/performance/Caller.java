package org.counterfoil.domain.performance;

import java.util.List;
import java.util.Set;
import org.counterfoil.domain.access.Role;

/**
 * On whose behalf and through which channel a sale is made.
 *
 * @param roles the roles the caller has in the performance's organisation; empty for a buyer
 * @param agents who sells on that organisation's account where the performance names nobody
 */
public record Caller(SalesChannel channel, Set<Role> roles, List<SalesAgent> agents) {

  public Caller {
    roles = Set.copyOf(roles);
    agents = List.copyOf(agents);
  }

  /** In an organisation that sells for itself, but for what a performance says. */
  public Caller(SalesChannel channel, Set<Role> roles) {
    this(channel, roles, List.of());
  }

  /** Staff may override limits, sell before the onsale and issue free tickets; all is recorded. */
  public boolean isStaff() {
    return roles.contains(Role.PLATFORM_ADMIN)
        || roles.contains(Role.ADMIN)
        || roles.contains(Role.ORGANISER)
        || roles.contains(Role.BOX_OFFICE);
  }

  /** Whether one of the roles is among the caller's. */
  public boolean hasAnyOf(Set<Role> wanted) {
    return roles.contains(Role.PLATFORM_ADMIN) || roles.stream().anyMatch(wanted::contains);
  }
}
