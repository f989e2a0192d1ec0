package org.counterfoil.http.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What each sort of caller must be told on each route: every row, every role, in the right
 * organisation and in another. A service's test sends each case to the running service and
 * compares; the table is the only place where it is said who may.
 */
public final class AccessMatrix {

  private AccessMatrix() {}

  /** What must come of it. */
  public enum Expected {
    /** Not 401 and not 403; what else depends on the request. */
    LET_THROUGH,
    /** 401. */
    CREDENTIALS_ASKED,
    /** 403. */
    REFUSED,
    /** 401 without a secret, 403 with a wrong one. */
    SECRET_ASKED
  }

  /**
   * One case.
   *
   * @param role the caller's; missing for an anonymous one
   * @param isStranger whether its organisation is another than the resource's
   */
  public record Case(Route route, @Nullable Role role, boolean isStranger, Expected expected) {
    @Override
    public String toString() {
      String who = role == null ? "nobody" : role + (isStranger ? " of another organisation" : "");
      return route + " by " + who + " → " + expected;
    }
  }

  /** All cases. */
  public static List<Case> of(AccessTable table) {
    List<Case> cases = new ArrayList<>();
    for (Route route : table.routes()) {
      cases.add(new Case(route, null, false, expected(route, null, false)));
      for (Role role : Role.values()) {
        cases.add(new Case(route, role, false, expected(route, role, false)));
        if (role != Role.PLATFORM_ADMIN) {
          cases.add(new Case(route, role, true, expected(route, role, true)));
        }
      }
    }
    return List.copyOf(cases);
  }

  private static Expected expected(Route route, @Nullable Role role, boolean isStranger) {
    return switch (route.who()) {
      case Who.Everybody everybody -> Expected.LET_THROUGH;
      case Who.AnyKnown known -> role == null ? Expected.CREDENTIALS_ASKED : Expected.LET_THROUGH;
      case Who.PlatformAdmin platform -> ask(role, role == Role.PLATFORM_ADMIN);
      case Who.Having having -> ask(role, isOneOf(role, having.roles()) && !isStranger);
      case Who.SecretHolder holder -> secret(role, holder, isStranger);
    };
  }

  private static Expected secret(@Nullable Role role, Who.SecretHolder holder, boolean isStranger) {
    if (role == null || holder.orRoles().isEmpty()) {
      return Expected.SECRET_ASKED;
    }
    return ask(role, isOneOf(role, holder.orRoles()) && !isStranger);
  }

  private static boolean isOneOf(@Nullable Role role, Set<Role> roles) {
    return role == Role.PLATFORM_ADMIN || (role != null && roles.contains(role));
  }

  private static Expected ask(@Nullable Role role, boolean allowed) {
    if (role == null) {
      return Expected.CREDENTIALS_ASKED;
    }
    return allowed ? Expected.LET_THROUGH : Expected.REFUSED;
  }
}
