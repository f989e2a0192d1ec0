package org.counterfoil.http;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Refuses the body {@code null}, which functional endpoints would be handed as none. */
final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

  StrictJsonConverter(JsonMapper mapper) {
    super(mapper);
  }

  @Override
  public Object read(
      ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
      throws IOException {
    Object body = super.read(type, message, hints);
    if (body == null) {
      throw new HttpMessageNotReadableException("Expected a body, but it is null", message);
    }
    return body;
  }
}
