package org.counterfoil.domain.waitingroom;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * The public random value that was named beforehand, exactly as its source published it after the
 * lobby had closed. Printable ASCII without spaces: matches {@code [!-~]{1,256}}.
 */
public record BeaconValue(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[!-~]{1,256}");

  public BeaconValue {
    InvalidText.unlessMatches(FORM, value, "a3f1c2");
  }

  /** Its bytes in ASCII. */
  byte[] bytes() {
    byte[] bytes = new byte[value.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value.charAt(i);
    }
    return bytes;
  }

  @Override
  public String toString() {
    return value;
  }
}
