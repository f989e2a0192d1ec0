package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLockTest {
  @TempDir Path data;

  /** In the server's hands, not the JVM's: it has to outlive the JVM. */
  @Test
  void theServerHoldsTheLockForAsLongAsItLives() throws Exception {
    Path file = PostgresFolder.in(data).serverLockFile();
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(isFree(file)).as("with process %s running", postgres.pid()).isFalse();
    }
    assertThat(isFree(file)).isTrue();
  }

  /** As an orphan in another container would: no look at processes finds a "sleep". */
  @Test
  void aServerOutOfSightIsFoundByItsLock() throws Exception {
    Path file = data.resolve("server.lock");
    ServerLock lock = new ServerLock(file, Duration.ofSeconds(1));
    assertThat(lock.awaitFree()).as("flock is at work here").startsWith("flock");

    Process unseen = new ProcessBuilder("flock", "-F", file.toString(), "sleep", "600").start();
    try {
      await().until(() -> !isFree(file));
      assertThatThrownBy(lock::awaitFree)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("holds its lock");
    } finally {
      unseen.destroyForcibly().waitFor();
    }
    assertThat(lock.awaitFree()).startsWith("flock");
  }

  private static boolean isFree(Path file) {
    return Command.succeeds(List.of("flock", "--nonblock", file.toString(), "true"));
  }
}
