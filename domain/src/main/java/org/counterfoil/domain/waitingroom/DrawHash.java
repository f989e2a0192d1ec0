package org.counterfoil.domain.waitingroom;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * A SHA-256 that the draw commits to: of its seed, or of the sorted list of entrants. 32 bytes in
 * lower case hexadecimal: matches {@code [0-9a-f]{64}}.
 */
public record DrawHash(String value) implements Text, Comparable<DrawHash> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public DrawHash {
    InvalidText.unlessMatches(
        FORM, value, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** Of its 32 bytes. */
  public static DrawHash of(byte[] bytes) {
    return new DrawHash(HexFormat.of().formatHex(bytes));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  @Override
  public int compareTo(DrawHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
