package org.counterfoil.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where unpacked programs are kept: the first folder of the candidates that this user owns and can
 * write. Root uses a folder every user may enter, because it may have to run PostgreSQL as another
 * user, who cannot enter root's home.
 */
final class BinariesCache {
  /** System property that overrides the choice. */
  static final String PROPERTY = "counterfoil.cache";

  private BinariesCache() {}

  static Path folder(CurrentUser user) {
    List<Path> candidates = candidates(user);
    for (Path candidate : candidates) {
      if (usable(candidate, user)) {
        return candidate;
      }
    }
    throw new EmbeddedServerException(
        "Expected a writable folder for PostgreSQL's programs, but none of %s is; set -D%s="
            .formatted(candidates, PROPERTY));
  }

  private static List<Path> candidates(CurrentUser user) {
    List<Path> candidates = new ArrayList<>();
    String wanted = System.getProperty(PROPERTY);
    if (wanted != null) {
      return List.of(Path.of(wanted).toAbsolutePath());
    }
    if (user.isRoot()) {
      candidates.add(Path.of("/var/cache/counterfoil"));
    } else {
      String cacheHome = System.getenv("XDG_CACHE_HOME");
      if (cacheHome != null && !cacheHome.isBlank()) {
        candidates.add(Path.of(cacheHome, "counterfoil"));
      }
      candidates.add(Path.of(System.getProperty("user.home", "/"), ".cache", "counterfoil"));
    }
    candidates.add(
        Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "counterfoil-" + user.uid()));
    return candidates;
  }

  /** Owned by us, or somebody else could have put a program of his own there for us to run. */
  private static boolean usable(Path candidate, CurrentUser user) {
    try {
      Files.createDirectories(candidate);
      return Files.isDirectory(candidate, LinkOption.NOFOLLOW_LINKS)
          && user.owns(candidate)
          && Files.isWritable(candidate);
    } catch (IOException e) {
      return false; // the next candidate
    }
  }
}
