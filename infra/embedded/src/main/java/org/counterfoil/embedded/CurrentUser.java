package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The user this JVM runs as.
 *
 * @param uid its number
 */
record CurrentUser(int uid) {
  static CurrentUser get() {
    try {
      return new CurrentUser((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      throw new EmbeddedServerException(
          "Expected to read this process's user from /proc/self, but failed: " + e, e);
    }
  }

  boolean isRoot() {
    return uid == 0;
  }

  boolean owns(Path path) throws IOException {
    return ownerOf(path) == uid;
  }

  static int ownerOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  static int groupOf(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
  }
}
