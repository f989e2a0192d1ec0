package org.counterfoil.http.access;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.counterfoil.http.routing.QuickMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route that the router knows, whether annotated, functional or a static resource. */
final class MappedRoutes {

  private static final PathPatternParser PATTERNS = PathPatternParser.defaultInstance;

  private final Map<String, String> found = new TreeMap<>();

  private MappedRoutes() {}

  /** The routes as "METHOD /pattern", by their key. */
  static Map<String, String> of(Collection<HandlerMapping> mappings) {
    MappedRoutes routes = new MappedRoutes();
    mappings.forEach(routes::collect);
    return routes.found;
  }

  private void collect(HandlerMapping mapping) {
    // Actuator's mappings are its own class and pass OperationsAccess instead.
    if (mapping.getClass() == RequestMappingHandlerMapping.class
        || mapping instanceof QuickMapping) {
      ((RequestMappingHandlerMapping) mapping)
          .getHandlerMethods()
          .forEach((mapped, method) -> annotated(mapped, method.toString()));
    } else if (mapping instanceof RouterFunctionMapping functions
        && functions.getRouterFunction() != null) {
      functions.getRouterFunction().accept(new Functional());
    } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
      urls.getHandlerMap().keySet().forEach(pattern -> add("GET", pattern));
    }
  }

  private void annotated(RequestMappingInfo mapped, String endpoint) {
    if (mapped.getMethodsCondition().isEmpty()) {
      throw new IllegalStateException(
          "Expected " + endpoint + " to name its method, but it answers to all");
    }
    for (String pattern : mapped.getPatternValues()) {
      mapped.getMethodsCondition().getMethods().forEach(m -> add(m.name(), pattern));
    }
  }

  private void add(String method, String pattern) {
    found.put(Route.key(method, pattern), method + " " + pattern);
  }

  /** Walks nested functional routes; the path of a route is that of its nests and its own. */
  private final class Functional implements RouterFunctions.Visitor {

    private final Deque<String> prefixes = new ArrayDeque<>();

    @Override
    public void startNested(RequestPredicate predicate) {
      String own = RouteCondition.of(predicate).path;
      String outer = prefixes.peek();
      prefixes.push(joined(outer, own == null ? "" : own));
    }

    @Override
    public void endNested(RequestPredicate predicate) {
      prefixes.pop();
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
      RouteCondition condition = RouteCondition.of(predicate);
      if (condition.methods.isEmpty() || condition.path == null) {
        throw new IllegalStateException(
            "Expected a route with a method and a path, but it is " + predicate);
      }
      String pattern = joined(prefixes.peek(), condition.path);
      condition.methods.forEach(method -> add(method, pattern));
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
      throw new IllegalStateException("Expected resources by handler, but they are a function");
    }

    @Override
    public void attributes(Map<String, Object> attributes) {
      // They say nothing about where a route is.
    }

    @Override
    public void unknown(RouterFunction<?> function) {
      throw new IllegalStateException("Expected routes that can be listed, but got " + function);
    }

    private String joined(@Nullable String outer, String own) {
      return outer == null || outer.isEmpty()
          ? own
          : PATTERNS.parse(outer).combine(PATTERNS.parse(own)).getPatternString();
    }
  }
}
