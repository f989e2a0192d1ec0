package org.counterfoil.http.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/**
 * The key of {@link Secrets}: 32 random bytes in a file that only its owner may read. Whoever loses
 * it makes every secret that was handed out worthless; whoever copies it with the database can
 * forge them all, so the two belong in different backups.
 */
public final class KeyFile {

  private static final int BYTES = 32;

  private KeyFile() {}

  /**
   * Reads the key, or makes one where the file is missing and {@code create} says so.
   *
   * @throws IllegalStateException where it is missing and must not be made, is not 32 bytes, or may
   *     be read by others
   */
  public static byte[] open(Path file, boolean create) {
    try {
      if (create && Files.notExists(file)) {
        create(file);
      }
      if (Files.notExists(file)) {
        throw new IllegalStateException(
            "Expected the key file "
                + file
                + ", which the command service makes, but it is missing");
      }
      refuseSharedWithOthers(file);
      byte[] key = Files.readAllBytes(file);
      if (key.length != BYTES) {
        throw new IllegalStateException(
            "Expected 32 bytes in the key file " + file + ", but there are " + key.length);
      }
      return key;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Expected to read the key file " + file, unreadable);
    }
  }

  /** Written whole beside it and then moved, so that a crash leaves no half a key. */
  private static void create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(key));
        channel.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Another process was quicker; its key counts.
      return;
    } finally {
      Files.delete(draft);
    }
  }

  private static void refuseSharedWithOthers(Path file) throws IOException {
    var shared = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
    shared.retainAll(Set.copyOf(Files.getPosixFilePermissions(file)));
    if (!shared.isEmpty()) {
      throw new IllegalStateException(
          "Expected the key file " + file + " to be its owner's alone, but others have " + shared);
    }
  }
}
