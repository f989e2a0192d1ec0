package org.counterfoil.domain.organisation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * The number of a bank account (ISO 13616), written without spaces; its check digits agree (ISO/IEC
 * 7064, MOD 97-10).
 */
public record Iban(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

  public Iban {
    InvalidText.unlessMatches(FORM, value, "FR7630006000011234567890189");
    if (remainder(value) != 1) {
      throw new InvalidText("Expected an IBAN, but its check digits do not agree");
    }
  }

  /** Of the number that its characters make, the first four last, letters from 10. */
  private static int remainder(String value) {
    String turned = value.substring(4) + value.substring(0, 4);
    int remainder = 0;
    for (int index = 0; index < turned.length(); index++) {
      int digit = Character.digit(turned.charAt(index), 36);
      remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
    }
    return remainder;
  }

  /** In groups of four, as it is printed. */
  public String grouped() {
    return value.replaceAll("(.{4})(?=.)", "$1 ");
  }

  @Override
  public String toString() {
    return value;
  }
}
