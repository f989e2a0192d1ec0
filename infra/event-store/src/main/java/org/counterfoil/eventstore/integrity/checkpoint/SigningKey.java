package org.counterfoil.eventstore.integrity.checkpoint;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A key that signs notes. Kept as two lines of text: {@code PRIVATE+KEY+<name>+<id>+<base64 of 0x01
 * ‖ seed>}, as other tools for signed notes have it, and the {@link VerifierKey}, because a JDK
 * tells the public half of a key only when it makes one.
 */
public final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

  private final byte[] seed;
  private final VerifierKey verifier;
  private final PrivateKey key;

  private SigningKey(byte[] seed, VerifierKey verifier) throws GeneralSecurityException {
    this.seed = seed;
    this.verifier = verifier;
    this.key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  /** Makes a new one. */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] publicKey =
          Arrays.copyOfRange(encoded, encoded.length - VerifierKey.KEY_BYTES, encoded.length);
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      return new SigningKey(seed, new VerifierKey(name, publicKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected every JDK to know Ed25519, but this one fails", e);
    }
  }

  /**
   * Reads the two lines.
   *
   * @throws IllegalArgumentException where they are none, or not of the same key
   */
  public static SigningKey parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2 || !lines.getFirst().startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "Expected a private key and its public one in two lines, but there are " + lines.size());
    }
    VerifierKey verifier = VerifierKey.parse(lines.get(1));
    String before = PREFIX + verifier.name() + "+" + verifier.idText() + "+";
    if (!lines.getFirst().startsWith(before)) {
      throw new IllegalArgumentException(
          "Expected the private key of " + verifier.idText() + ", but it is another's");
    }
    byte[] typed = Base64.getDecoder().decode(lines.getFirst().substring(before.length()));
    if (typed.length != VerifierKey.KEY_BYTES + 1 || typed[0] != VerifierKey.ED25519) {
      throw new IllegalArgumentException("Expected an Ed25519 key of 33 bytes, but it is not");
    }
    return checked(Arrays.copyOfRange(typed, 1, typed.length), verifier);
  }

  private static SigningKey checked(byte[] seed, VerifierKey verifier) {
    try {
      SigningKey key = new SigningKey(seed, verifier);
      if (!verifier.hasSigned(PROBE, key.sign(PROBE))) {
        throw new IllegalArgumentException(
            "Expected the two halves of one key, but they are not of the same");
      }
      return key;
    } catch (GeneralSecurityException notAKey) {
      throw new IllegalArgumentException("Expected an Ed25519 key, but it is none", notAKey);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** The two lines, which are secret. */
  String secretText() {
    byte[] typed =
        ByteBuffer.allocate(VerifierKey.KEY_BYTES + 1).put(VerifierKey.ED25519).put(seed).array();
    return PREFIX
        + verifier.name()
        + "+"
        + verifier.idText()
        + "+"
        + Base64.getEncoder().encodeToString(typed)
        + "\n"
        + verifier.text()
        + "\n";
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected the key to sign, but it failed", e);
    }
  }

  /** Its public half. */
  @Override
  public String toString() {
    return verifier.toString();
  }
}
