package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** A key in a service: however its client fails, it is told as a key that does not answer. */
record ServiceAead(Aead service) implements Aead {

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return service.encrypt(plaintext, associatedData);
    } catch (RuntimeException failed) {
      throw away(failed);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return service.decrypt(ciphertext, associatedData);
    } catch (RuntimeException failed) {
      throw away(failed);
    }
  }

  private static GeneralSecurityException away(RuntimeException failed) {
    return new GeneralSecurityException(
        "Expected the key service to answer, but it does not", failed);
  }
}
