package org.counterfoil.command.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.counterfoil.http.routing.FirstArgument;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of an endpoint that asks for a {@link Sent}: JSON, whole, hashed as it came. */
final class SentArgument implements FirstArgument {

  private static final List<MediaType> JSON_ONLY = List.of(MediaType.APPLICATION_JSON);

  private final JsonMapper json;
  private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

  SentArgument(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Sent.class;
  }

  @Override
  public Sent<?> resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws IOException, HttpMediaTypeNotSupportedException {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("Expected a servlet request, but it is another");
    }
    requireJson(request.getContentType());
    byte[] bytes = request.getInputStream().readAllBytes();
    try {
      Object value = reader(parameter.getGenericParameterType()).readValue(bytes);
      if (value == null) {
        throw unreadable("Expected a body, but it is null", null, request);
      }
      return new Sent<>(value, Fingerprint.of(bytes));
    } catch (JacksonException fault) {
      throw unreadable("Expected JSON", fault, request);
    }
  }

  private static HttpMessageNotReadableException unreadable(
      String message, @Nullable Throwable cause, HttpServletRequest request) {
    return new HttpMessageNotReadableException(
        message, cause, new ServletServerHttpRequest(request));
  }

  private ObjectReader reader(Type sent) {
    ObjectReader known = readers.get(sent);
    return known == null ? readers.computeIfAbsent(sent, this::readerOf) : known;
  }

  private ObjectReader readerOf(Type sent) {
    if (sent instanceof ParameterizedType generic) {
      return json.readerFor(json.constructType(generic.getActualTypeArguments()[0]));
    }
    throw new IllegalStateException("Expected a Sent<…>, but it is " + sent);
  }

  private static void requireJson(@Nullable String contentType)
      throws HttpMediaTypeNotSupportedException {
    if (MediaType.APPLICATION_JSON_VALUE.equals(contentType)) {
      return;
    }
    MediaType sent = null;
    try {
      sent =
          contentType == null
              ? MediaType.APPLICATION_OCTET_STREAM
              : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException nonsense) {
      throw new HttpMediaTypeNotSupportedException(nonsense.getMessage(), JSON_ONLY);
    }
    if (!MediaType.APPLICATION_JSON.includes(sent)) {
      throw new HttpMediaTypeNotSupportedException(sent, JSON_ONLY);
    }
  }
}
