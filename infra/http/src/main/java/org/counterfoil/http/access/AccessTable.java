package org.counterfoil.http.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.counterfoil.domain.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may use which route: exactly one row each. A service gives its own as a bean; several beans
 * add up. A service with a mapped route that has no row does not start.
 */
public final class AccessTable {

  private final Map<String, Route> rows = new LinkedHashMap<>();

  /** What was found before, by the very patterns that the router has. */
  private final Map<Asked, Optional<Route>> found = new ConcurrentHashMap<>();

  private record Asked(String method, String pattern) {}

  private AccessTable(List<Route> routes) {
    for (Route route : routes) {
      if (rows.put(route.key(), route) != null) {
        throw new IllegalArgumentException("Expected one row for " + route + ", but there are two");
      }
      refuseWritingAuditor(route);
    }
  }

  public static AccessTable of(Route... routes) {
    return new AccessTable(List.of(routes));
  }

  public static AccessTable of(List<Route> routes) {
    return new AccessTable(routes);
  }

  /** All rows of all of them; a route in two of them is an error. */
  public static AccessTable joined(List<AccessTable> tables) {
    return new AccessTable(tables.stream().flatMap(table -> table.routes().stream()).toList());
  }

  public List<Route> routes() {
    return List.copyOf(rows.values());
  }

  /** The row of a mapped route. {@code HEAD} is whatever {@code GET} is. */
  public @Nullable Route find(String method, String pattern) {
    String asked = method.equals(HttpMethod.HEAD.name()) ? HttpMethod.GET.name() : method;
    return found
        .computeIfAbsent(
            new Asked(asked, pattern),
            route -> Optional.ofNullable(rows.get(Route.key(route.method(), route.pattern()))))
        .orElse(null);
  }

  /** Auditors read; the contract says so for every route, so no row may say otherwise. */
  private static void refuseWritingAuditor(Route route) {
    if (route.who() instanceof Who.Having having
        && having.roles().contains(Role.AUDITOR)
        && !route.method().equals(HttpMethod.GET)) {
      throw new IllegalArgumentException(
          "Expected auditors to read only, but " + route + " lets them write");
    }
  }
}
