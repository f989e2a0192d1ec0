package org.counterfoil.http.routing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Sends answers that are bytes already. There is nothing to convert and nothing to negotiate, and
 * their length is known.
 */
final class DirectAnswers implements HandlerMethodReturnValueHandler {

  private static final Type BYTES =
      ResolvableType.forClassWithGenerics(ResponseEntity.class, byte[].class).getType();

  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return returned.getParameterType() == ResponseEntity.class
        && BYTES.getTypeName().equals(returned.getGenericParameterType().getTypeName());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returned,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
    if (response == null || !(value instanceof ResponseEntity<?> answer)) {
      throw new IllegalStateException("Expected an answer to send, but got " + value);
    }
    response.setStatus(answer.getStatusCode().value());
    answer
        .getHeaders()
        .forEach(
            (name, values) -> {
              response.setHeader(name, values.getFirst());
              values.stream().skip(1).forEach(more -> response.addHeader(name, more));
            });
    if (answer.getBody() instanceof byte[] body) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
    response.flushBuffer();
  }
}
