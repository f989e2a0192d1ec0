package org.counterfoil.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may see {@code /actuator}, whose routes do not pass the {@link AccessInterceptor}. Health is
 * for everybody and says no more than up or down. Metrics are for the platform administrator and,
 * unless told otherwise, for whoever asks from the machine itself and not through a proxy.
 */
public enum OperationsAccess {
  /** The platform administrator and the machine itself. */
  LOCAL,
  /** The platform administrator only. */
  ADMIN,
  /** Everybody: where the network itself keeps others away. */
  OPEN;

  private static final PathPattern ALL = parse("/actuator/**");
  private static final PathPattern HEALTH = parse("/actuator/health/**");

  void check(HttpServletRequest request, Access access) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    if (!ALL.matches(path)) {
      return;
    }
    if (HEALTH.matches(path) || access.caller().isPlatformAdmin() || isLetIn(request)) {
      access.permitBecause("it is about the running of the process, not about an organisation");
      return;
    }
    ProblemCode code =
        access.caller().isAnonymous() ? ProblemCode.UNAUTHENTICATED : ProblemCode.ACCESS_DENIED;
    throw Problem.of(code, "Expected the platform administrator, but it is somebody else")
        .exception();
  }

  private boolean isLetIn(HttpServletRequest request) {
    return switch (this) {
      case OPEN -> true;
      case ADMIN -> false;
      case LOCAL -> isFromThisMachine(request);
    };
  }

  /** A proxy on the same machine would make everybody local; proxies say that they are. */
  private static boolean isFromThisMachine(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  private static PathPattern parse(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }
}
