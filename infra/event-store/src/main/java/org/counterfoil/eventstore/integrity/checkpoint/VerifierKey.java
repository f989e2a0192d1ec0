package org.counterfoil.eventstore.integrity.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public half of a key that signs notes, as C2SP signed-note has it: Ed25519 (RFC 8032), a
 * name, and an id that is the beginning of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
 */
public final class VerifierKey {

  /** The type of signature: Ed25519. */
  static final byte ED25519 = 1;

  static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  /** What stands before the 32 bytes in the usual encoding of a public key (RFC 8410). */
  private static final byte[] ENCODING = HexFormat.of().parseHex("302a300506032b6570032100");

  /** No space and no plus, which separate; no control character. */
  private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Cntrl}]{1,255}");

  private final String name;
  private final byte[] publicKey;
  private final int id;
  private final PublicKey key;

  /**
   * A key by its parts.
   *
   * @param name without spaces and plus signs
   * @param publicKey 32 bytes
   * @throws IllegalArgumentException where one of them is not such
   */
  public VerifierKey(String name, byte[] publicKey) {
    if (publicKey.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "Expected a public key of 32 bytes, but it has " + publicKey.length);
    }
    this.name = checkedName(name);
    this.publicKey = publicKey.clone();
    this.id = idOf(name, publicKey);
    this.key = decoded(publicKey);
  }

  /**
   * Reads the usual text of a verifier key: {@code <name>+<id>+<base64 of 0x01 ‖ public key>}.
   *
   * @throws IllegalArgumentException where it is none, or its id is another key's
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3); // base64 may hold a plus
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "Expected a key as <name>+<id>+<base64>, but it has " + parts.length + " parts");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
      throw new IllegalArgumentException(
          "Expected an Ed25519 key of 33 bytes, but there are " + typed.length);
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.idText().equals(parts[1])) {
      throw new IllegalArgumentException(
          "Expected the key's id to be " + key.idText() + ", but it is " + parts[1]);
    }
    return key;
  }

  public String name() {
    return name;
  }

  /** The 32 bytes, a copy. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Four bytes that tell the keys of one name apart. */
  public int id() {
    return id;
  }

  /** The id in eight hexadecimal digits. */
  public String idText() {
    return HexFormat.of().toHexDigits(id);
  }

  /** The text that {@link #parse} reads. */
  public String text() {
    byte[] typed = ByteBuffer.allocate(KEY_BYTES + 1).put(ED25519).put(publicKey).array();
    return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed);
  }

  /** Whether this key made the signature of the message. */
  boolean hasSigned(byte[] message, byte[] signature) {
    try {
      Signature verification = Signature.getInstance("Ed25519");
      verification.initVerify(key);
      verification.update(message);
      return verification.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  static String checkedName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a key's name without spaces and plus signs, but it is \"" + name + "\"");
    }
    return name;
  }

  private static int idOf(String name, byte[] publicKey) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(name.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) '\n');
      sha256.update(ED25519);
      return ByteBuffer.wrap(sha256.digest(publicKey), 0, ID_BYTES).getInt();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but this one fails", e);
    }
  }

  private static PublicKey decoded(byte[] publicKey) {
    byte[] encoded =
        ByteBuffer.allocate(ENCODING.length + KEY_BYTES).put(ENCODING).put(publicKey).array();
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException notAKey) {
      throw new IllegalArgumentException("Expected an Ed25519 key, but it is none", notAKey);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return text();
  }
}
