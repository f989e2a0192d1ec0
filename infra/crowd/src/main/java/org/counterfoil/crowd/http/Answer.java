package org.counterfoil.crowd.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param headers by their names in lower case
 */
public record Answer(int status, Map<String, String> headers, Body body) {

  /** The bytes of an answer, which nobody changes. */
  public static final class Body {
    static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] unshared() {
      return bytes;
    }
  }

  /** What there is where nobody answered: status 0 and nothing else. */
  public static Answer none() {
    return new Answer(0, Map.of(), Body.EMPTY);
  }

  /** Whether it was answered with a status from 200 to 299. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The header's value, or nothing. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The header's value as a whole number, or {@code otherwise} where it is missing or is none. */
  public long number(String name, long otherwise) {
    String value = header(name);
    return value != null && value.matches("[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
  }

  public String text() {
    return new String(body.unshared(), StandardCharsets.UTF_8);
  }
}
