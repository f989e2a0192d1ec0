package org.counterfoil.domain.waitingroom;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104), which every JDK has. */
final class Sha256 {

  static final int BYTES = 32;

  private static final String HMAC = "HmacSHA256";

  private Sha256() {}

  /** The hash of the parts, one after the other. */
  static byte[] of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Expected SHA-256 in every JDK, but it failed", missing);
    }
  }

  /** An HMAC under the key; serves one thread. */
  static Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Expected HmacSHA256 in every JDK, but it failed", missing);
    }
  }
}
