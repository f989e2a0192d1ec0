package org.counterfoil.domain;

import java.util.regex.Pattern;

/**
 * A string that is not what its type demands. Thrown by constructors of {@link Text} types at the
 * border, where it becomes a clear answer; never by deciders.
 */
public final class InvalidText extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Of 32 bytes in base64url without padding. */
  private static final int MARK_LENGTH = 43;

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

  /** Checks the form of a keyed hash; by hand, because a stadium's snapshot has 80,000 of them. */
  public static void unlessMark(String value) {
    boolean isMark = value.length() == MARK_LENGTH;
    for (int index = 0; isMark && index < MARK_LENGTH; index++) {
      char c = value.charAt(index);
      isMark =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-';
    }
    if (!isMark) {
      throw new InvalidText("Expected 43 characters of base64url, but it is not");
    }
  }
}
