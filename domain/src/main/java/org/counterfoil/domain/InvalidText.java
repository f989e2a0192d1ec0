package org.counterfoil.domain;

import java.util.regex.Pattern;

/**
 * A string that is not what its type demands. Thrown by constructors of {@link Text} types at the
 * border, where it becomes a clear answer; never by deciders.
 */
public final class InvalidText extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * @param expectation what was expected, in words; the offending text itself is left out, because
   *     it may be about a person
   */
  public InvalidText(String expectation) {
    super(expectation);
  }

  /**
   * Throws unless a code has its form.
   *
   * @param example one that has
   */
  public static void unlessMatches(Pattern form, String value, String example) {
    if (!form.matcher(value).matches()) {
      throw new InvalidText(
          "Expected a code of the form " + form + " such as " + example + ", but it is not");
    }
  }
}
