package org.counterfoil.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * A master key in a file of its own, for one machine: readable by its owner and by nobody else, and
 * to be kept apart from every backup of the database. The file holds all its versions, as a keyset
 * of <a href="https://developers.google.com/tink">Tink</a>. Several processes may have it open: one
 * that another has changed is read anew before it is used.
 */
public final class MasterKeyFile implements RotatingMasterKey {

  private final KeysetFile file;
  private volatile Read read;

  /** The keyset as it was at one moment. */
  private record Read(Object stamp, KeysetHandle keys, Version newest) {}

  private MasterKeyFile(KeysetFile file) throws IOException, GeneralSecurityException {
    this.file = file;
    this.read = read(file);
  }

  /**
   * Opens the file, or makes it with a new key where there is none.
   *
   * @throws VaultUnavailable where it cannot be read, or others may read it
   */
  public static MasterKeyFile open(Path path) {
    try {
      AeadConfig.register();
      KeysetFile file = new KeysetFile(path);
      if (Files.notExists(path)) {
        file.change(
            () -> {
              if (Files.notExists(path)) {
                file.write(json(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)));
              }
            });
      }
      return new MasterKeyFile(file);
    } catch (IOException | GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected the master key in its file, but it is not", failed);
    }
  }

  @Override
  public Version newest() {
    return current().newest();
  }

  @Override
  public List<String> versions() {
    KeysetHandle keys = current().keys();
    List<String> names = new ArrayList<>();
    for (int at = 0; at < keys.size(); at++) {
      names.add(name(keys.getAt(at)));
    }
    String newest = name(keys.getPrimary());
    names.remove(newest);
    names.add(newest);
    return names;
  }

  @Override
  public String rotate(String after) {
    change(
        keys ->
            name(keys.getPrimary()).equals(after)
                ? KeysetHandle.newBuilder(keys)
                    .addEntry(
                        KeysetHandle.generateEntryFromParameters(
                                PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build()
                : keys);
    return newest().name();
  }

  @Override
  public void drop(String version) {
    change(
        keys -> {
          KeysetHandle.Builder builder = KeysetHandle.newBuilder(keys);
          for (int at = keys.size() - 1; at >= 0; at--) {
            if (name(keys.getAt(at)).equals(version) && !keys.getAt(at).isPrimary()) {
              builder.deleteAt(at);
            }
          }
          return builder.build();
        });
  }

  /** What becomes of a keyset. */
  private interface Change {
    KeysetHandle of(KeysetHandle keys) throws GeneralSecurityException;
  }

  private void change(Change change) {
    try {
      file.change(
          () -> {
            KeysetHandle before = current().keys();
            KeysetHandle after = change.of(before);
            if (!after.equals(before)) {
              file.write(json(after));
            }
          });
      read = read(file);
    } catch (IOException | GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected to change the master key, but could not", failed);
    }
  }

  private Read current() {
    try {
      Read known = read;
      if (!file.stamp().equals(known.stamp())) {
        known = read(file);
        read = known;
      }
      return known;
    } catch (IOException | GeneralSecurityException failed) {
      throw new VaultUnavailable("Expected the master key in its file, but it is not", failed);
    }
  }

  private static Read read(KeysetFile file) throws IOException, GeneralSecurityException {
    Object stamp = file.stamp();
    KeysetHandle keys =
        TinkJsonProtoKeysetFormat.parseKeyset(file.read(), InsecureSecretKeyAccess.get());
    Aead aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    return new Read(stamp, keys, new Version(name(keys.getPrimary()), aead));
  }

  private static String name(KeysetHandle.Entry entry) {
    return Integer.toUnsignedString(entry.getId());
  }

  private static String json(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
  }
}
