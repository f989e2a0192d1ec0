package org.counterfoil.http.routing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Passes over routes of another method or of another number of segments before Spring tries their
 * patterns one by one. What is left it decides as always; and so it does about requests that match
 * nothing, for which it looks at all routes again to say why.
 */
public final class QuickMapping extends RequestMappingHandlerMapping {

  private static final String SEGMENTS = QuickMapping.class.getName() + ".segments";
  private static final int ANY_NUMBER = -1;

  private final Map<RequestMappingInfo, Shape> shapes = new ConcurrentHashMap<>();

  /**
   * What a route asks for at the least.
   *
   * @param methods empty where it answers to all
   * @param segments of its path, or {@link #ANY_NUMBER}
   */
  private record Shape(Set<RequestMethod> methods, int segments) {

    static Shape of(RequestMappingInfo route) {
      Set<String> patterns = route.getPatternValues();
      boolean isPlain = patterns.size() == 1 && !patterns.iterator().next().contains("*");
      return new Shape(
          Set.copyOf(route.getMethodsCondition().getMethods()),
          isPlain ? segmentsOf(patterns.iterator().next()) : ANY_NUMBER);
    }

    boolean mayMatch(String method, int pathSegments) {
      return (segments == ANY_NUMBER || segments == pathSegments)
          && (methods.isEmpty()
              || methods.stream().anyMatch(own -> own.name().equals(method))
              || method.equals("HEAD")
              || method.equals("OPTIONS"));
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    request.setAttribute(SEGMENTS, segmentsOf(path));
    return super.lookupHandlerMethod(path, request);
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo route, HttpServletRequest request) {
    Shape shape = shapes.get(route);
    if (shape == null) {
      shape = shapes.computeIfAbsent(route, Shape::of);
    }
    return request.getAttribute(SEGMENTS) instanceof Integer segments
            && !shape.mayMatch(request.getMethod(), segments)
        ? null
        : super.getMatchingMapping(route, request);
  }

  private static int segmentsOf(String path) {
    int count = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '/') {
        count++;
      }
    }
    return count;
  }
}
