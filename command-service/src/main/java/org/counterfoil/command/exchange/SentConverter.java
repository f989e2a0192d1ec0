package org.counterfoil.command.exchange;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of an endpoint that asks for a {@link Sent}. */
final class SentConverter extends AbstractGenericHttpMessageConverter<Sent<?>> {

  private final JsonMapper json;

  SentConverter(JsonMapper json) {
    super(MediaType.APPLICATION_JSON);
    this.json = json;
  }

  @Override
  public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
    return bodyType(type) != null && canRead(mediaType);
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(@Nullable Type type, Class<?> clazz, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public Sent<?> read(Type type, @Nullable Class<?> context, HttpInputMessage message)
      throws IOException {
    Type body = bodyType(type);
    if (body == null) {
      throw new IllegalArgumentException("Expected a Sent<…>, but it is " + type);
    }
    byte[] bytes = message.getBody().readAllBytes();
    try {
      return new Sent<>(json.readValue(bytes, json.constructType(body)), Fingerprint.of(bytes));
    } catch (JacksonException unreadable) {
      throw new HttpMessageNotReadableException("Expected JSON", unreadable, message);
    }
  }

  @Override
  protected Sent<?> readInternal(Class<? extends Sent<?>> type, HttpInputMessage message) {
    throw new UnsupportedOperationException(
        "The type of the body is not known without its generics");
  }

  @Override
  protected void writeInternal(Sent<?> sent, @Nullable Type type, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Bodies are read, not written");
  }

  static @Nullable Type bodyType(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Sent.class
        ? generic.getActualTypeArguments()[0]
        : null;
  }
}
