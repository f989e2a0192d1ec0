package org.counterfoil.domain;

/** A single checked string in a type of its own: a code, a label, a hash. */
public interface Text {
  String value();

  /**
   * Whether a string can be written and shown anywhere: it has no control characters, no line
   * breaks, no half of a surrogate pair (which no encoding can write) and nothing that turns the
   * direction of the text after it.
   */
  static boolean isPlain(String value) {
    return value.codePoints().noneMatch(Text::isOdd);
  }

  private static boolean isOdd(int codePoint) {
    boolean isDirection =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    return isDirection
        || switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }
}
