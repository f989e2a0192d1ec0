package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of throw-away instances. Each is deleted when its instance is closed; what a killed JVM
 * leaves behind, server included, the next one made by the same user clears away.
 */
final class TemporaryFolder {
  private static final Logger log = LoggerFactory.getLogger(TemporaryFolder.class);

  /** Until then a folder may belong to somebody who has not taken its lock yet. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** Others may pass through but not look: PostgreSQL may have to run as another user. */
  private static final String PASSABLE = "rwx--x--x";

  private TemporaryFolder() {}

  static Path create() {
    try {
      CurrentUser user = CurrentUser.get();
      Path root =
          Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "counterfoil-runs-" + user.uid())
              .toAbsolutePath();
      Files.createDirectories(root);
      if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS) || !user.owns(root)) {
        throw new EmbeddedServerException(
            "Expected %s to be a folder of user %d, but it is not".formatted(root, user.uid()));
      }
      open(root);
      sweep(root, Instant.now().minus(YOUNG));
      return open(Files.createTempDirectory(root, "run-"));
    } catch (IOException e) {
      throw new EmbeddedServerException("Expected a temporary folder, but failed: " + e, e);
    }
  }

  static void delete(Path folder) {
    try {
      PrivateFiles.delete(folder);
    } catch (IOException e) {
      log.warn("Could not delete {}; a later run will try again", folder, e);
    }
  }

  private static Path open(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(PASSABLE));
  }

  /** Clears away what was last touched before the given time and belongs to no living JVM. */
  static void sweep(Path root, Instant old) throws IOException {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(root, "run-*")) {
      for (Path run : runs) {
        sweepOne(run, old);
      }
    }
  }

  private static void sweepOne(Path run, Instant old) throws IOException {
    if (!Files.exists(run) || Files.getLastModifiedTime(run).toInstant().isAfter(old)) {
      return;
    }
    PostgresFolder folder = PostgresFolder.in(run);
    if (!Files.isDirectory(folder.home())) {
      delete(run);
      return;
    }
    Optional<FolderLock> lock = FolderLock.tryTake(folder.lockFile());
    if (lock.isPresent()) { // its JVM is gone
      try (FolderLock held = lock.get()) {
        new RunningServers(folder).stop(Duration.ZERO, Duration.ofSeconds(5));
        delete(run);
      }
    }
  }
}
