package org.counterfoil.domain.waitingroom;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/**
 * The draw's chance: 32 random bytes, made before the lobby opens, secret until the room opens. In
 * lower case hexadecimal: matches {@code [0-9a-f]{64}}.
 */
public record Seed(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Seed {
    InvalidText.unlessMatches(
        FORM, value, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** Of its 32 bytes. */
  public static Seed of(byte[] bytes) {
    return new Seed(HexFormat.of().formatHex(bytes));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  /** What is published in advance. */
  public DrawHash hash() {
    return DrawHash.of(Sha256.of(bytes()));
  }

  /** Without the seed: what is printed by mistake must not reveal it. */
  @Override
  public String toString() {
    return "Seed[" + hash() + "]";
  }
}
