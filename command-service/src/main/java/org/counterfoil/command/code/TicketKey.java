package org.counterfoil.command.code;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A pair of keys of Ed25519 (RFC 8032). By Bouncy Castle, because it signs in a tenth of the time
 * that the JDK takes, and every ticket that is sold is signed in its answer.
 */
final class TicketKey {

  static final int ID_BYTES = 4;
  static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;

  private final byte[] secret;
  private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final byte[] id;

  /**
   * @param seed 32 bytes, the secret
   */
  TicketKey(byte[] seed) {
    if (seed.length != Ed25519.SECRET_KEY_SIZE) {
      throw new IllegalArgumentException("Expected a key of 32 bytes, but it has " + seed.length);
    }
    this.secret = seed.clone();
    Ed25519.generatePublicKey(secret, 0, publicKey, 0);
    this.id = Arrays.copyOf(sha256(publicKey), ID_BYTES);
  }

  byte[] sign(byte[] message) {
    byte[] signature = new byte[SIGNATURE_BYTES];
    Ed25519.sign(secret, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  boolean verifies(byte[] signature, byte[] message) {
    return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }

  /** The first bytes of the public key's SHA-256. */
  byte[] id() {
    return id.clone();
  }

  String hexId() {
    return HexFormat.of().formatHex(id);
  }

  byte[] publicKey() {
    return publicKey.clone();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Expected SHA-256 in every JDK, but it failed", missing);
    }
  }
}
