package org.counterfoil.http.problem;

import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.http.text.UuidText;

/**
 * Path variables and parameters for functional routes; annotated endpoints simply declare the type.
 */
public final class Inputs {

  private Inputs() {}

  /**
   * An identifier.
   *
   * @param name the variable's or parameter's, for the answer
   * @throws ProblemException 400 where the text is not a UUID in its usual form
   */
  public static <I> I id(String name, String text, Function<UUID, I> make) {
    UUID id = UuidText.read(text);
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
}
