package org.counterfoil.eventstore.integrity.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** Files that only their owner may read, written whole or not at all. */
final class PrivateFile {

  private PrivateFile() {}

  /**
   * Reads one.
   *
   * @throws IllegalStateException where others may read or write it
   */
  static String read(Path file) throws IOException {
    var shared = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
    shared.retainAll(Set.copyOf(Files.getPosixFilePermissions(file)));
    if (!shared.isEmpty()) {
      throw new IllegalStateException(
          "Expected the file " + file + " to be its owner's alone, but others have " + shared);
    }
    return Files.readString(file);
  }

  /** Writes a new one; where another process was quicker, its file stays. */
  static void create(Path file, String text) throws IOException {
    Path draft = draft(file, text);
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      return;
    } finally {
      Files.delete(draft);
    }
    force(folderOf(file));
  }

  /** Writes it in place of the one that is there. */
  static void replace(Path file, String text) throws IOException {
    Files.move(draft(file, text), file, StandardCopyOption.ATOMIC_MOVE);
    force(folderOf(file));
  }

  private static Path draft(Path file, String text) throws IOException {
    Path folder = folderOf(file);
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path draft =
        Files.createTempFile(
            folder,
            ".draft",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return draft;
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  /** So that the name is on the disk as well. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
