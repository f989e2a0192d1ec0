package org.counterfoil.domain;

import java.util.regex.Pattern;

/**
 * A title, name or label that is meant for the public: of a work, a venue, a price. The only free
 * text that an event may hold; what looks like an e-mail address or a telephone number is refused,
 * because an event can never be rewritten when a person asks to be forgotten.
 *
 * @param value 1 to 200 characters without control characters
 */
public record PublicLabel(String value) implements Text {

  private static final int MAX_LENGTH = 200;
  private static final Pattern EMAIL = Pattern.compile("\\S[@\uFF20]\\S");

  /** Part of what machines call things by; its digits are no telephone number. */
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  /** {@code 01.07.2026 20:30}, {@code 1/7/2026}: days are no telephone numbers. */
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])([./-])(?:0?[1-9]|1[0-2])\\120\\d\\d(?!\\d)");

  /** A plus sign or a zero and at least nine more digits, grouped in whatever way. */
  private static final Pattern TELEPHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])(?:\\+|0)(?:[\\s\\p{Z}./()-]{0,3}\\p{Nd}){9,}(?![\\p{L}\\p{Nd}])");

  public PublicLabel {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new InvalidText(
          "Expected a label of 1 to 200 characters, but it has " + value.length());
    }
    if (!Text.isPlain(value)) {
      throw new InvalidText("Expected a label without control characters, but there are some");
    }
    if (EMAIL.matcher(value).find() || isTelephone(value)) {
      throw new InvalidText(
          "Expected a public label, but it looks like an e-mail address or a telephone number");
    }
  }

  private static boolean isTelephone(String value) {
    String withoutIds = UUID.matcher(value).replaceAll("#");
    return TELEPHONE.matcher(DAY.matcher(withoutIds).replaceAll("#")).find();
  }

  @Override
  public String toString() {
    return value;
  }
}
