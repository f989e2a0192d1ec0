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
  private static final Pattern EMAIL = Pattern.compile("\\S@\\S");
  private static final Pattern TELEPHONE = Pattern.compile("(?:\\+|00?)\\d(?:[ .-]?\\d){8,}");

  public PublicLabel {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new InvalidText(
          "Expected a label of 1 to 200 characters, but it has " + value.length());
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidText("Expected a label without control characters, but there are some");
    }
    if (EMAIL.matcher(value).find() || TELEPHONE.matcher(value).find()) {
      throw new InvalidText(
          "Expected a public label, but it looks like an e-mail address or a telephone number");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
