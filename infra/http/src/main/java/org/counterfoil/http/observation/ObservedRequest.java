package org.counterfoil.http.observation;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** What may be said about a request in logs and metrics: nothing that its sender wrote. */
public final class ObservedRequest {

  private static final String CALLER = ObservedRequest.class.getName() + ".caller";

  private ObservedRequest() {}

  /**
   * Says who sent it.
   *
   * @param caller opaque, such as {@code API_TOKEN:<id>}
   */
  public static void isFrom(HttpServletRequest request, String caller) {
    request.setAttribute(CALLER, caller);
  }

  static String caller(HttpServletRequest request) {
    return request.getAttribute(CALLER) instanceof String caller ? caller : "ANONYMOUS";
  }

  /** The route's pattern: paths hold identifiers, and those of login links are secrets. */
  static String route(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "UNKNOWN" : pattern.toString();
  }

  /** Methods of the caller's invention would make as many metrics. */
  static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> request.getMethod();
      default -> "OTHER";
    };
  }
}
