package org.counterfoil.http.access;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket's bar code says: 48 characters of Crockford's base 32 (capitals and digits, which a
 * QR code packs tightly) for the ticket's id, its issue, and 104 bits of the secret.
 *
 * @param issue 0 for the first, one more for each reissue, whose older codes are to be refused; at
 *     most 255
 */
public record TicketCode(TicketId ticketId, int issue) {

  private static final int BYTES = 30;
  private static final int LENGTH = 48;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public TicketCode {
    if (issue < 0 || issue > 255) {
      throw new IllegalArgumentException("Expected an issue of 0 to 255, but it is " + issue);
    }
  }

  String text(Secrets secrets) {
    byte[] named =
        ByteBuffer.allocate(17).put(Secrets.bytes(ticketId.value())).put((byte) issue).array();
    byte[] all =
        ByteBuffer.allocate(BYTES)
            .put(named)
            .put(secrets.mac("ticket", named), 0, BYTES - named.length)
            .array();
    return encode(all);
  }

  static @Nullable TicketCode read(String text, Secrets secrets) {
    byte[] all = decode(text);
    if (all == null) {
      return null;
    }
    ByteBuffer named = ByteBuffer.wrap(all);
    TicketId id = new TicketId(new UUID(named.getLong(), named.getLong()));
    TicketCode code = new TicketCode(id, Byte.toUnsignedInt(named.get()));
    return Secrets.isSame(code.text(secrets), text) ? code : null;
  }

  private static String encode(byte[] all) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int bit = 0; bit < BYTES * 8; bit += 5) {
      text.append(ALPHABET.charAt(fiveBits(all, bit)));
    }
    return text.toString();
  }

  private static int fiveBits(byte[] all, int bit) {
    int high = Byte.toUnsignedInt(all[bit / 8]) << 8;
    int low = bit / 8 + 1 < all.length ? Byte.toUnsignedInt(all[bit / 8 + 1]) : 0;
    return ((high | low) >>> (11 - bit % 8)) & 31;
  }

  private static byte @Nullable [] decode(String text) {
    if (text.length() != LENGTH) {
      return null;
    }
    byte[] all = new byte[BYTES];
    for (int i = 0; i < LENGTH; i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return null;
      }
      for (int b = 0; b < 5; b++) {
        int bit = i * 5 + b;
        all[bit / 8] |= (byte) ((value >>> (4 - b) & 1) << (7 - bit % 8));
      }
    }
    return all;
  }
}
