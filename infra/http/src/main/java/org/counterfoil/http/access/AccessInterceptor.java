package org.counterfoil.http.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Inputs;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Finds the row of the route that the router chose, and refuses whom it does not name. */
public final class AccessInterceptor implements HandlerInterceptor {

  private final AccessTable table;

  public AccessInterceptor(AccessTable table) {
    this.table = table;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpRequestMethodNotSupportedException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      return true;
    }
    if (request.getMethod().equals("OPTIONS")) {
      throw new HttpRequestMethodNotSupportedException("OPTIONS");
    }
    Route route = table.find(request.getMethod(), pattern(request));
    if (route == null) {
      throw Problem.of(ProblemCode.ACCESS_DENIED, "Expected a published route, but it is none")
          .exception();
    }
    Access access = Access.of(request);
    access.enter(route);
    if (request.getContentLengthLong() > route.maxBodyBytes()) {
      throw LimitedRequest.tooLarge(route.maxBodyBytes());
    }
    if (route.who() instanceof Who.Having having && having.organisationVariable() != null) {
      access.permit(organisation(request, having.organisationVariable()));
    }
    return true;
  }

  /** Answers without a body are not seen by {@link GuardedResponse}. */
  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    Access.of(request).requirePermitted(response.getStatus());
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private static OrganisationId organisation(HttpServletRequest request, String variable) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get(variable) instanceof String text) {
      return Inputs.id(variable, text, OrganisationId::new);
    }
    throw new IllegalStateException(
        "Expected the path variable "
            + variable
            + " in "
            + pattern(request)
            + ", but it is missing");
  }
}
