package org.counterfoil.http.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.HandlerMapping;

/** Stops the start of a service that has a route without a row in its {@link AccessTable}. */
public final class RouteCheck implements SmartInitializingSingleton {

  private final ListableBeanFactory beans;
  private final AccessTable table;

  public RouteCheck(ListableBeanFactory beans, AccessTable table) {
    this.beans = beans;
    this.table = table;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> missing = routesWithoutRow();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Expected a row in the access table for every route, but there is none for " + missing);
    }
  }

  /** The routes that nobody said who may use. */
  public List<String> routesWithoutRow() {
    Map<String, String> mapped = MappedRoutes.of(mappings());
    table.routes().forEach(route -> mapped.remove(route.key()));
    return List.copyOf(mapped.values());
  }

  /** The rows for which there is no route, each of them a mistake or a leftover: for tests. */
  public List<Route> rowsWithoutRoute() {
    Set<String> mapped = new HashSet<>(MappedRoutes.of(mappings()).keySet());
    List<Route> dead = new ArrayList<>(table.routes());
    dead.removeIf(route -> mapped.contains(route.key()));
    return dead;
  }

  private Collection<HandlerMapping> mappings() {
    return beans.getBeansOfType(HandlerMapping.class).values();
  }
}
