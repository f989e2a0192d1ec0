package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** Encrypts with one key, and opens what either encrypted. */
record MovedAead(Aead newer, Aead older) implements Aead {

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
    return newer.encrypt(plaintext, associatedData);
  }

  /** What the newer one does not open is asked of the older one; the newer one's failure counts. */
  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
    try {
      return newer.decrypt(ciphertext, associatedData);
    } catch (GeneralSecurityException notByThis) {
      try {
        return older.decrypt(ciphertext, associatedData);
      } catch (GeneralSecurityException byNeither) {
        notByThis.addSuppressed(byNeither);
        throw notByThis;
      }
    }
  }
}
