package org.counterfoil.vault;

import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * What a person told about itself. It says nothing of it in messages and logs: {@link #toString} is
 * the same for all.
 *
 * @param value 1 to 2,000 characters without control characters
 */
public record PersonalValue(String value) {

  private static final int MAX_LENGTH = 2_000;

  public PersonalValue {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new InvalidText(
          "Expected 1 to " + MAX_LENGTH + " characters, but there are " + value.length());
    }
    if (!Text.isPlain(value)) {
      throw new InvalidText("Expected a text without control characters, but there are some");
    }
  }

  @Override
  public String toString() {
    return "PersonalValue[…]";
  }
}
