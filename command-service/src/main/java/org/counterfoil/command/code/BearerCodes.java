package org.counterfoil.command.code;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What something is used with that pays for whoever bears it: the id and 72 bits of its HMAC, in
 * base 32, in groups of five characters for reading aloud. Nothing of it is stored; whoever has the
 * database alone can use none.
 */
final class BearerCodes {

  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 9;
  private static final int GROUP = 5;

  private final Secrets secrets;
  private final String label;

  /**
   * Codes of one kind.
   *
   * @param label tells the kinds apart: a code of one is none of another
   */
  BearerCodes(Secrets secrets, String label) {
    this.secrets = secrets;
    this.label = label;
  }

  /** The code, as it is printed: eight groups with hyphens. */
  String text(UUID id) {
    String plain = Base32.encode(signed(id));
    StringBuilder grouped = new StringBuilder();
    for (int start = 0; start < plain.length(); start += GROUP) {
      grouped.append(start == 0 ? "" : "-").append(plain, start, start + GROUP);
    }
    return grouped.toString();
  }

  /**
   * Whose code it is, however it is grouped and in whatever case; nothing where it is forged or no
   * code at all.
   */
  @Nullable UUID read(String text) {
    String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    byte[] bytes = Base32.decode(plain);
    if (bytes == null || bytes.length != ID_BYTES + MAC_BYTES) {
      return null;
    }
    ByteBuffer read = ByteBuffer.wrap(bytes);
    UUID id = new UUID(read.getLong(), read.getLong());
    return Secrets.isSame(Base32.encode(signed(id)), plain) ? id : null;
  }

  private byte[] signed(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    byte[] mac =
        HexFormat.of().parseHex(secrets.hexMac(label, Arrays.copyOf(bytes.array(), ID_BYTES)));
    return bytes.put(mac, 0, MAC_BYTES).array();
  }
}
