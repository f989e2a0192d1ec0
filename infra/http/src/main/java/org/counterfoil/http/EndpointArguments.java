package org.counterfoil.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.HttpCaller;
import org.counterfoil.http.observation.CorrelationId;
import org.counterfoil.http.position.Cursors;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives endpoint methods what they ask for by type. */
final class EndpointArguments {

  private EndpointArguments() {}

  static List<HandlerMethodArgumentResolver> all(Cursors cursors) {
    return List.of(
        new ByType<>(Access.class, Access::of),
        new ByType<>(HttpCaller.class, request -> Access.of(request).caller()),
        new ByType<>(CorrelationId.class, CorrelationId::of),
        new ByType<>(MinPosition.class, MinPosition::of),
        new ByType<>(PageRequest.class, request -> page(cursors, request)));
  }

  private static PageRequest page(Cursors cursors, HttpServletRequest request) {
    Object list = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return cursors.pageOf(
        String.valueOf(list), request.getParameter("limit"), request.getParameter("cursor"));
  }

  private record ByType<T>(Class<T> type, Function<HttpServletRequest, T> make)
      implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
      if (servlet == null) {
        throw new IllegalStateException("Expected a servlet request, but it is another");
      }
      return make.apply(servlet);
    }
  }
}
