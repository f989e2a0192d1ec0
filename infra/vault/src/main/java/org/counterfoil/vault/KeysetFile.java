package org.counterfoil.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;

/** A file that its owner alone may read, and that is changed by one process at a time. */
record KeysetFile(Path path) {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** One process, but two threads of it as well. */
  private static final Object HERE = new Object();

  /** What is done while nobody else changes the file. */
  interface Change {
    void make() throws IOException, GeneralSecurityException;
  }

  void change(Change change) throws IOException, GeneralSecurityException {
    Files.createDirectories(
        path.toAbsolutePath().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    synchronized (HERE) {
      try (FileChannel channel = lockFile();
          FileLock lock = channel.lock()) {
        if (lock.isValid()) {
          change.make();
        }
      }
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        path.resolveSibling(path.getFileName() + ".lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
  }

  /** Differs after each change. */
  Object stamp() throws IOException {
    BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
    return List.of(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey()));
  }

  String read() throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
    if (!OWNER_ONLY.containsAll(found)) {
      throw new IOException(
          "Expected nobody but its owner to read the master key, but it is "
              + PosixFilePermissions.toString(found));
    }
    return Files.readString(path);
  }

  /** Whole or not at all: whoever reads it finds the older one or the newer one. */
  void write(String text) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(fresh, text);
    try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    // Its name as well: keys that are encrypted with a new version are committed right after.
    try (FileChannel folder =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
