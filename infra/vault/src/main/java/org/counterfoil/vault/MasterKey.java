package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;

/**
 * The key that encrypts all other keys; it is in no database. Where it is rotated, older versions
 * still open what they encrypted.
 */
public interface MasterKey {

  /** Encrypts with the newest version, and opens with whichever version encrypted. */
  Aead aead();

  /**
   * A key in a key management service.
   *
   * @param uri as the client knows it
   * @throws VaultUnavailable where the service does not answer
   */
  static MasterKey of(KmsClient client, String uri) {
    try {
      Aead aead = client.getAead(uri);
      return () -> aead;
    } catch (GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected the master key, but its service has none", failed);
    }
  }
}
