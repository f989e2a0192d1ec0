package org.counterfoil.command.code;

import org.jspecify.annotations.Nullable;

/**
 * Base 32 as of RFC 4648, without padding: capitals and digits, which a QR code packs tightly,
 * every reader types on any keyboard, and every system can decode. Whole groups only (5 bytes, 8
 * characters): then there is one text for the same bytes.
 */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int GROUP_BYTES = 5;
  private static final int GROUP_CHARACTERS = 8;
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    if (bytes.length % GROUP_BYTES != 0) {
      throw new IllegalArgumentException("Expected groups of 5 bytes, but got " + bytes.length);
    }
    StringBuilder text = new StringBuilder(bytes.length / GROUP_BYTES * GROUP_CHARACTERS);
    for (int start = 0; start < bytes.length; start += GROUP_BYTES) {
      long group = 0;
      for (int i = 0; i < GROUP_BYTES; i++) {
        group = (group << Byte.SIZE) | Byte.toUnsignedLong(bytes[start + i]);
      }
      for (int i = GROUP_CHARACTERS - 1; i >= 0; i--) {
        text.append(ALPHABET.charAt((int) (group >>> (i * BITS)) & 31));
      }
    }
    return text.toString();
  }

  /** The bytes, or null where the text is not base 32 of whole groups. */
  static byte @Nullable [] decode(String text) {
    if (text.length() % GROUP_CHARACTERS != 0) {
      return null;
    }
    byte[] bytes = new byte[text.length() / GROUP_CHARACTERS * GROUP_BYTES];
    for (int start = 0; start < text.length(); start += GROUP_CHARACTERS) {
      long group = 0;
      for (int i = 0; i < GROUP_CHARACTERS; i++) {
        int value = ALPHABET.indexOf(text.charAt(start + i));
        if (value < 0) {
          return null;
        }
        group = (group << BITS) | value;
      }
      int at = start / GROUP_CHARACTERS * GROUP_BYTES;
      for (int i = GROUP_BYTES - 1; i >= 0; i--) {
        bytes[at + i] = (byte) group;
        group >>>= Byte.SIZE;
      }
    }
    return bytes;
  }
}
