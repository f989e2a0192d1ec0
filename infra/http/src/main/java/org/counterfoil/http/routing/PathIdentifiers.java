package org.counterfoil.http.routing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.counterfoil.domain.Identifier;
import org.counterfoil.http.problem.InputConversion;
import org.counterfoil.http.problem.Inputs;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Identifiers in paths, without a data binder for each of them. */
final class PathIdentifiers implements FirstArgument {

  private final Map<Class<?>, Function<UUID, ? extends Identifier>> makers =
      new ConcurrentHashMap<>();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    PathVariable annotation = parameter.getParameterAnnotation(PathVariable.class);
    return annotation != null
        && annotation.value().isEmpty()
        && Identifier.class.isAssignableFrom(parameter.getParameterType());
  }

  @Override
  public Identifier resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    String name = parameter.getParameterName();
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (name != null
        && variables instanceof Map<?, ?> named
        && named.get(name) instanceof String text) {
      return Inputs.<Identifier>id(name, text, maker(parameter.getParameterType())::apply);
    }
    throw new IllegalStateException("Expected the path variable " + name + ", but it is missing");
  }

  private Function<UUID, ? extends Identifier> maker(Class<?> type) {
    Function<UUID, ? extends Identifier> known = makers.get(type);
    return known == null
        ? makers.computeIfAbsent(
            type, fresh -> InputConversion.identifier(fresh.asSubclass(Identifier.class)))
        : known;
  }
}
