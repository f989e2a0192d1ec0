package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path root;

  @Test
  void whatAKilledJvmLeftIsClearedAwayServerIncluded() throws Exception {
    Path run = Files.createDirectory(root.resolve("run-1"));
    long orphan;
    try (ChildJvm child = ChildJvm.start(run, "gone")) {
      orphan = child.awaitPostmaster();

      TemporaryFolder.sweep(root, later());
      assertThat(RunningServers.isAlive(orphan)).as("the server of a living JVM").isTrue();

      child.kill();
    }
    TemporaryFolder.sweep(root, Instant.now().minus(Duration.ofHours(1)));
    assertThat(run).as("a young folder").exists();

    TemporaryFolder.sweep(root, later());
    assertThat(run).doesNotExist();
    assertThat(RunningServers.isAlive(orphan)).isFalse();
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofHours(1));
  }
}
