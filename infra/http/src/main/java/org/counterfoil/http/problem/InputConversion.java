package org.counterfoil.http.problem;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;
import org.counterfoil.http.text.UuidText;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/** Lets path variables and parameters be of any identifier or text type of the domain. */
public final class InputConversion {

  private InputConversion() {}

  public static void register(FormatterRegistry registry) {
    registry.addConverterFactory(new Identifiers());
    registry.addConverterFactory(new Texts());
  }

  private static final class Identifiers implements ConverterFactory<String, Identifier> {
    @Override
    public <T extends Identifier> Converter<String, T> getConverter(Class<T> type) {
      MethodHandle make = constructor(type, UUID.class);
      return text -> {
        UUID id = UuidText.read(text);
        if (id == null) {
          throw new InvalidText("Expected a UUID, but it is not");
        }
        return type.cast(invoke(make, id));
      };
    }
  }

  private static final class Texts implements ConverterFactory<String, Text> {
    @Override
    public <T extends Text> Converter<String, T> getConverter(Class<T> type) {
      MethodHandle make = constructor(type, String.class);
      return text -> type.cast(invoke(make, text));
    }
  }

  /**
   * What makes an identifier of that type.
   *
   * @throws IllegalArgumentException where it has no public constructor for a UUID
   */
  public static <T extends Identifier> Function<UUID, T> identifier(Class<T> type) {
    MethodHandle make = constructor(type, UUID.class);
    return id -> type.cast(invoke(make, id));
  }

  private static MethodHandle constructor(Class<?> type, Class<?> component) {
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, component));
    } catch (NoSuchMethodException | IllegalAccessException missing) {
      throw new IllegalArgumentException(
          "Expected a public constructor of " + type.getName() + ", but there is none", missing);
    }
  }

  private static Object invoke(MethodHandle make, Object component) {
    try {
      return make.invoke(component);
    } catch (RuntimeException | Error refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException(
          "Expected a constructor without checked exceptions, but it threw one", impossible);
    }
  }
}
