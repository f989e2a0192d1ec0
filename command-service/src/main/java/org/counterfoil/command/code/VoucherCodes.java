package org.counterfoil.command.code;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What vouchers are spent with: the id and 72 bits of its HMAC, in base 32, in groups of five
 * characters for reading aloud. Nothing of it is stored; whoever has the database alone can spend
 * none.
 */
public final class VoucherCodes {

  private static final String LABEL = "voucher-code";
  private static final int ID_BYTES = 16;
  private static final int MAC_BYTES = 9;
  private static final int GROUP = 5;

  private final Secrets secrets;

  public VoucherCodes(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The code, as it is printed: eight groups with hyphens. */
  public String text(VoucherId id) {
    String plain = Base32.encode(signed(id.value()));
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
  public @Nullable VoucherId read(String text) {
    String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    byte[] bytes = Base32.decode(plain);
    if (bytes == null || bytes.length != ID_BYTES + MAC_BYTES) {
      return null;
    }
    ByteBuffer id = ByteBuffer.wrap(bytes);
    VoucherId voucher = new VoucherId(new UUID(id.getLong(), id.getLong()));
    return Secrets.isSame(Base32.encode(signed(voucher.value())), plain) ? voucher : null;
  }

  private byte[] signed(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + MAC_BYTES);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    byte[] mac =
        HexFormat.of().parseHex(secrets.hexMac(LABEL, Arrays.copyOf(bytes.array(), ID_BYTES)));
    return bytes.put(mac, 0, MAC_BYTES).array();
  }
}
