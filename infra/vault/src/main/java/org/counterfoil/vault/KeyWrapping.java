package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Makes data keys, and encrypts and opens them with the master key. */
final class KeyWrapping {

  private final MasterKey master;

  KeyWrapping(MasterKey master) {
    this.master = master;
  }

  /** A key that nobody has seen yet. */
  static KeysetHandle fresh() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
  }

  WrappedKey wrap(KeysetHandle key, byte[] bound) throws GeneralSecurityException {
    MasterKey.Version version = master.newest();
    return new WrappedKey(
        new Ciphertext(TinkProtoKeysetFormat.serializeEncryptedKeyset(key, version.aead(), bound)),
        version.name());
  }

  /**
   * Opens a data key.
   *
   * @throws VaultDamaged where it is not bound to that, while the master key opens others
   * @throws VaultUnavailable where the master key opens nothing
   */
  KeysetHandle unwrap(byte[] wrapped, byte[] bound, Proof proof) {
    try {
      return opened(wrapped, bound);
    } catch (GeneralSecurityException failed) {
      proof.requireMaster();
      return openedAgain(wrapped, bound);
    }
  }

  /** A service that was away for a moment is there again: only now it is the key that is wrong. */
  private KeysetHandle openedAgain(byte[] wrapped, byte[] bound) {
    try {
      return opened(wrapped, bound);
    } catch (GeneralSecurityException failed) {
      throw new VaultDamaged("Expected a key of that person and purpose, but it is not", failed);
    }
  }

  private KeysetHandle opened(byte[] wrapped, byte[] bound) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), bound);
  }

  static Aead aead(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Tells a master key that is away from a data key that is wrong. */
  interface Proof {

    /** Throws {@link VaultUnavailable} unless the master key opens what it has always opened. */
    void requireMaster();
  }
}
