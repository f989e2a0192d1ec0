package org.counterfoil.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder belongs to one JVM at a time. The kernel releases the lock when that JVM ends, however
 * it ends, so there is no stale lock to clean up.
 */
final class FolderLock implements AutoCloseable {
  /**
   * What this JVM holds. Asked before the file is opened: closing any channel on a file drops every
   * lock the process has on it, so a refused second attempt would release the first one's lock.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock or refuses at once.
   *
   * @param file the lock file, inside the folder
   * @throws EmbeddedServerException if another holder, in this JVM or another, has it
   */
  static FolderLock take(Path file) {
    return tryTake(file)
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    ("Expected to be the only process using %s, but another one holds it."
                            + " Stop that one first, or use another data folder.")
                        .formatted(file.getParent())));
  }

  /** Takes the lock if nobody has it; the file's folder must exist. */
  static Optional<FolderLock> tryTake(Path file) {
    try {
      Path key = file.resolveSibling(".").toRealPath().resolve(file.getFileName());
      if (!HELD_HERE.add(key)) {
        return Optional.empty();
      }
      return open(key);
    } catch (IOException e) {
      throw new EmbeddedServerException("Expected to lock " + file + ", but failed: " + e, e);
    }
  }

  private static Optional<FolderLock> open(Path file) throws IOException {
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PrivateFiles.FILE));
      taken = channel.tryLock() != null;
      return taken ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        HELD_HERE.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
