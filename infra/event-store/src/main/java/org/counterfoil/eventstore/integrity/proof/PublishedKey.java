package org.counterfoil.eventstore.integrity.proof;

import java.util.Base64;
import org.counterfoil.eventstore.integrity.checkpoint.VerifierKey;

/**
 * A public key as it is published.
 *
 * @param name of the key, which is the log's
 * @param keyId eight hexadecimal digits (C2SP signed-note)
 * @param publicKey 32 bytes of Ed25519, base64
 * @param verifierKey the same three as one text, as other tools for signed notes read it
 */
public record PublishedKey(String name, String keyId, String publicKey, String verifierKey) {

  public static PublishedKey of(VerifierKey key) {
    return new PublishedKey(
        key.name(), key.idText(), Base64.getEncoder().encodeToString(key.publicKey()), key.text());
  }
}
