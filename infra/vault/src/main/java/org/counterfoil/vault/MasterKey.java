package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;

/**
 * The key that encrypts all other keys; it is in no database. Where it is rotated, older versions
 * still open what they encrypted.
 */
@FunctionalInterface
public interface MasterKey {

  /** The newest version, which encrypts from now on. */
  Version newest();

  /**
   * A version.
   *
   * @param name by which a key says what encrypted it; not secret
   * @param aead encrypts with this version, and opens with whichever version encrypted
   */
  record Version(String name, Aead aead) {}

  /** Encrypts with the newest version, and opens with whichever version encrypted. */
  default Aead aead() {
    return newest().aead();
  }

  /**
   * A key in a key management service, which rotates it by itself.
   *
   * @param uri as the client knows it
   * @throws VaultUnavailable where the service does not answer
   */
  static MasterKey of(KmsClient client, String uri) {
    try {
      Version only = new Version(uri, new ServiceAead(client.getAead(uri)));
      return () -> only;
    } catch (GeneralSecurityException | RuntimeException failed) {
      throw new VaultUnavailable("Expected the master key, but its service has none", failed);
    }
  }

  /** The same key, while there is still something that only another one opens. */
  default MasterKey inPlaceOf(MasterKey other) {
    return () -> {
      Version newest = newest();
      return new Version(newest.name(), new MovedAead(newest.aead(), other.aead()));
    };
  }
}
