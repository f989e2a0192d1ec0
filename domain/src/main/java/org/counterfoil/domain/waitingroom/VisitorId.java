package org.counterfoil.domain.waitingroom;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * Identifies a visitor of a waiting room: the SHA-256 of a nonce that the visitor's browser made
 * and keeps. Published once the lobby has closed; who has the nonce can prove whose it is. 32 bytes
 * in lower case hexadecimal: matches {@code [0-9a-f]{64}}.
 */
public record VisitorId(String value) implements Text, Comparable<VisitorId> {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public VisitorId {
    InvalidText.unlessMatches(
        FORM, value, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** Of its 32 bytes. */
  public static VisitorId of(byte[] bytes) {
    return new VisitorId(HexFormat.of().formatHex(bytes));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  @Override
  public int compareTo(VisitorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
