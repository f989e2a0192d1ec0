package org.counterfoil.command.exchange;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes a body, also while it is read. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of a body that is there whole. */
  public static String of(byte[] body) {
    return HexFormat.of().formatHex(sha256().digest(body));
  }

  /** Hashes what is read through it. */
  public static DigestInputStream reading(InputStream body) {
    return new DigestInputStream(body, sha256());
  }

  /** Of what was read; to be asked once, at the end. */
  public static String of(DigestInputStream read) {
    return HexFormat.of().formatHex(read.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Expected SHA-256 in every JDK, but it is missing", missing);
    }
  }
}
