package org.counterfoil.http.problem;

import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.InvalidText;
import org.jspecify.annotations.Nullable;

/**
 * Path variables and parameters for functional routes; annotated endpoints simply declare the type.
 */
public final class Inputs {

  private static final int UUID_LENGTH = 36;

  private Inputs() {}

  /**
   * An identifier.
   *
   * @param name the variable's or parameter's, for the answer
   * @throws ProblemException 400 where the text is not a UUID in its usual form
   */
  public static <I> I id(String name, String text, Function<UUID, I> make) {
    UUID id = uuid(text);
    if (id == null) {
      throw Problem.invalid(name, "Expected a UUID, but it is not").exception();
    }
    return make.apply(id);
  }

  /**
   * A checked text.
   *
   * @throws ProblemException 400 where its type refuses it
   */
  public static <T> T text(String name, String text, Function<String, T> make) {
    try {
      return make.apply(text);
    } catch (InvalidText invalid) {
      throw Problem.invalid(name, String.valueOf(invalid.getMessage())).exception();
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (isHyphen ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}. */
  public static @Nullable UUID uuid(String text) {
    return hasForm(text) ? UUID.fromString(text) : null;
  }
}
