package org.counterfoil.http.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.Text;
import org.jspecify.annotations.Nullable;

/** In words, what a value of a type looks like in a request. */
final class Expectation {

  private Expectation() {}

  static String of(@Nullable Class<?> type) {
    return "Expected " + words(type) + ", but it is not";
  }

  private static String words(@Nullable Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (Identifier.class.isAssignableFrom(type) || type == UUID.class) {
      return "a UUID";
    }
    if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
      return "a whole number, in range and without quotes";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a time such as 2026-12-01T19:30:00Z";
    }
    if (type.getName().startsWith("java.time.") || type.getName().startsWith("java.util.Curr")) {
      return "a " + type.getSimpleName() + " in ISO form";
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    if (type == String.class || Text.class.isAssignableFrom(type)) {
      return "text";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another value";
  }
}
