package org.counterfoil.eventstore.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a value is written as one string and read back.
 *
 * @param expectation what a string must be, for the message of a refusal; which leaves the string
 *     itself out, because it may be about a person
 */
record StringForm<T>(
    Class<T> type, String expectation, Function<T, String> write, Function<String, T> read) {

  private static final int UUID_LENGTH = 36;

  /** Without the leading hyphens of ISO 8601: so it stands in the HTTP contract. */
  private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

  private static final List<StringForm<?>> FIXED =
      List.of(
          new StringForm<>(UUID.class, "a UUID", UUID::toString, StringForm::uuid),
          new StringForm<>(
              Instant.class,
              "a time such as 2026-12-01T19:30:00Z",
              Instant::toString,
              Instant::parse),
          new StringForm<>(
              LocalTime.class,
              "a time of day such as 04:00",
              LocalTime::toString,
              LocalTime::parse),
          new StringForm<>(
              MonthDay.class,
              "a month and day such as 01-31",
              MONTH_DAY::format,
              text -> MonthDay.parse(text, MONTH_DAY)),
          new StringForm<>(
              ZoneId.class, "a time zone such as Europe/Paris", ZoneId::getId, ZoneId::of),
          new StringForm<>(
              Currency.class,
              "an ISO 4217 code such as EUR",
              Currency::getCurrencyCode,
              Currency::getInstance),
          new StringForm<>(
              Actor.class, "an actor such as OPERATOR:<UUID>", Actor::toString, Actor::parse));

  /** The form of values of this class, or null where they have another than a string. */
  static @Nullable StringForm<?> of(Class<?> type) {
    for (StringForm<?> form : FIXED) {
      if (form.type.isAssignableFrom(type)) {
        return form;
      }
    }
    if (type.isRecord() && Identifier.class.isAssignableFrom(type)) {
      return identifier(type.asSubclass(Identifier.class));
    }
    if (type.isRecord() && Text.class.isAssignableFrom(type)) {
      return text(type.asSubclass(Text.class));
    }
    return null;
  }

  private static <T extends Identifier> StringForm<T> identifier(Class<T> type) {
    Function<Object, T> construct = constructor(type, UUID.class);
    return new StringForm<>(
        type, "a UUID", id -> id.value().toString(), text -> construct.apply(uuid(text)));
  }

  private static <T extends Text> StringForm<T> text(Class<T> type) {
    Function<Object, T> construct = constructor(type, String.class);
    return new StringForm<>(type, type.getSimpleName(), Text::value, construct::apply);
  }

  private static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) {
      throw new IllegalArgumentException("Expected 36 characters, but got " + text.length());
    }
    return UUID.fromString(text);
  }

  /** Makes a value of a record's only component. */
  static <T> Function<Object, T> constructor(Class<T> type, Class<?> component) {
    MethodHandle constructor;
    try {
      constructor =
          MethodHandles.publicLookup()
              .findConstructor(type, MethodType.methodType(void.class, component))
              .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "Expected a public record of one " + component.getSimpleName() + ", but got " + type, e);
    }
    return value -> {
      try {
        return type.cast(constructor.invokeExact(value));
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("Expected no checked exception from " + type, e);
      }
    };
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException where the string is not of this form; its message is free of
   *     the string
   */
  T parse(String text) {
    try {
      return read.apply(text);
    } catch (InvalidText e) {
      throw e;
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("Expected " + expectation + ", but it is not");
    }
  }
}
