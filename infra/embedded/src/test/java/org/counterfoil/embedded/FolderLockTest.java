package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  private static final String REFUSAL = "Expected to be the only process using";

  @TempDir Path data;

  /**
   * The child comes after a refused attempt in this JVM: with POSIX locks, closing the file of the
   * refused attempt would have released the lock of the first.
   */
  @Test
  void aSecondStartIsRefusedHereAndInAnotherJvm() throws Exception {
    try (LocalPostgres first = LocalPostgres.start(data)) {
      long pid = first.pid();
      assertThatThrownBy(() -> LocalPostgres.start(data))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining(REFUSAL);

      try (ChildJvm child = ChildJvm.start(data, "second")) {
        assertThat(child.awaitEnd()).contains(REFUSAL);
        assertThat(child.exitValue()).isNotZero();
      }
      assertThat(RunningServers.isAlive(pid)).as("the first one's server").isTrue();
      assertThat(first.restarts()).isZero();
    }
  }

  /** A second close must not stop the server of whoever has the folder now. */
  @Test
  void closingTwiceLeavesTheNextOwnerAlone() throws Exception {
    LocalPostgres first = LocalPostgres.start(data);
    first.close();
    try (LocalPostgres second = LocalPostgres.start(data)) {
      first.close();
      assertThat(Rows.in(second).query("select 1")).isEqualTo("1");
      assertThat(second.restarts()).isZero();
    }
  }
}
