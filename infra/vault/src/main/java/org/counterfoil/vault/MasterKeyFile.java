package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * A master key in a file of its own, for one machine: readable by its owner and by nobody else, and
 * to be kept apart from every backup of the database. The file holds all its versions, as a keyset
 * of <a href="https://developers.google.com/tink">Tink</a>.
 */
public final class MasterKeyFile implements MasterKey {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private volatile KeysetHandle keys;
  private volatile Aead aead;

  private MasterKeyFile(Path file, KeysetHandle keys) throws GeneralSecurityException {
    this.file = file;
    this.keys = keys;
    this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /**
   * Opens the file, or makes it with a new key where there is none.
   *
   * @throws VaultUnavailable where it cannot be read, or others may read it
   */
  public static MasterKeyFile open(Path file) {
    try {
      AeadConfig.register();
      if (Files.notExists(file)) {
        Files.createDirectories(
            file.toAbsolutePath().getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
      }
      requireOwnerOnly(file);
      return new MasterKeyFile(
          file,
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get()));
    } catch (IOException | GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected the master key in its file, but it is not", failed);
    }
  }

  @Override
  public Aead aead() {
    return aead;
  }

  /**
   * Adds a new version, which encrypts from now on. Data keys still need their older ones until
   * {@link Vault#rewrap} has encrypted them anew.
   */
  public synchronized void rotate() {
    try {
      KeysetHandle rotated =
          KeysetHandle.newBuilder(keys)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      write(file, rotated);
      keys = rotated;
      aead = rotated.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (IOException | GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected a new version of the master key", failed);
    }
  }

  /** Whole or not at all: whoever reads it finds the older one or the newer one. */
  private static void write(Path file, KeysetHandle keys)
      throws IOException, GeneralSecurityException {
    Path folder = file.toAbsolutePath().getParent();
    Path fresh =
        Files.createTempFile(
            folder, "master", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(
        fresh, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireOwnerOnly(Path file) throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
    if (!OWNER_ONLY.containsAll(found)) {
      throw new IOException(
          "Expected nobody but its owner to read the master key, but it is "
              + PosixFilePermissions.toString(found));
    }
  }
}
