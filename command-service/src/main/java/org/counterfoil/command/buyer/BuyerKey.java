package org.counterfoil.command.buyer;

import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * What a sales channel tells its buyers apart by. It may be personal data: it is never stored,
 * never logged and never answered.
 */
public record BuyerKey(String value) implements Text {

  private static final int LONGEST = 256;

  public BuyerKey {
    if (value.isBlank() || value.length() > LONGEST || !Text.isPlain(value)) {
      throw new InvalidText("Expected 1 to " + LONGEST + " plain characters, but it is not");
    }
  }

  /** Says nothing, so that no message can hold it. */
  @Override
  public String toString() {
    return "a buyer key";
  }
}
