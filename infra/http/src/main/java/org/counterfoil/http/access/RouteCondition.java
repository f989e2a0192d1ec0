package org.counterfoil.http.access;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;

/** The methods and the path that a functional route asks for. */
final class RouteCondition implements RequestPredicates.Visitor {

  final Set<String> methods = new TreeSet<>();
  @Nullable String path;

  static RouteCondition of(RequestPredicate predicate) {
    RouteCondition condition = new RouteCondition();
    predicate.accept(condition);
    return condition;
  }

  @Override
  public void method(Set<HttpMethod> named) {
    named.forEach(method -> methods.add(method.name()));
  }

  @Override
  public void path(String pattern) {
    path = pattern;
  }

  @Override
  public void startOr() {
    throw new IllegalStateException("Expected one path for each route, but one has an 'or'");
  }

  @Override
  public void startNegate() {
    throw new IllegalStateException("Expected a path for each route, but one has a 'not'");
  }

  @Override
  @SuppressWarnings("removal") // Spring still asks for it
  public void pathExtension(String extension) {}

  @Override
  public void header(String name, String value) {}

  @Override
  public void param(String name, String value) {}

  @Override
  public void version(String version) {}

  @Override
  public void startAnd() {}

  @Override
  public void and() {}

  @Override
  public void endAnd() {}

  @Override
  public void or() {}

  @Override
  public void endOr() {}

  @Override
  public void endNegate() {}

  @Override
  public void unknown(RequestPredicate predicate) {}
}
