package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalePidFileTest {
  @TempDir Path data;

  /** Numbers are used again: neither the start nor the stop may touch who has it now. */
  @Test
  void aStalePidFileWithSomebodyElsesNumberHarmsNobody() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      Rows.in(postgres).add("kept");
    }
    Process bystander = new ProcessBuilder("sleep", "600").start();
    Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
    try {
      Files.write(pidFile, List.of(Long.toString(bystander.pid()), "/elsewhere", "1", "5432"));

      try (LocalPostgres postgres = LocalPostgres.start(data)) {
        assertThat(Rows.in(postgres).all()).isEqualTo("kept");
      }
      assertThat(bystander.isAlive()).as("the unrelated process").isTrue();
    } finally {
      bystander.destroyForcibly();
    }
  }

  /** The nearest miss: another PostgreSQL, on another folder, now has the number. */
  @Test
  void aStalePidFileWithTheNumberOfAnotherPostgresHarmsNobody(@TempDir Path other)
      throws Exception {
    LocalPostgres.start(data).close();
    try (LocalPostgres neighbour = LocalPostgres.start(other)) {
      Files.write(
          data.resolve("postgres/cluster/postmaster.pid"),
          List.of(Long.toString(neighbour.pid()), "/elsewhere", "1", "5432"));
      LocalPostgres.start(data).close();
      assertThat(Rows.in(neighbour).query("select 1")).isEqualTo("1");
      assertThat(neighbour.restarts()).isZero();
    }
  }

  /** Where the first process does not collect the dead, a killed server's number stays taken. */
  @Test
  void aZombieIsDead() throws Exception {
    LocalPostgres.start(data).close();
    // The shell's child ends at once; what the shell turns into never asks for it.
    Process parent = new ProcessBuilder("sh", "-c", "true & exec sleep 600").start();
    try {
      await().until(() -> parent.info().command().orElse("").endsWith("sleep"));
      long zombie = parent.children().findFirst().orElseThrow().pid();
      assertThat(ProcessHandle.of(zombie)).as("its number is still taken").isPresent();
      assertThat(RunningServers.isAlive(zombie)).isFalse();

      Files.write(
          data.resolve("postgres/cluster/postmaster.pid"),
          List.of(Long.toString(zombie), "/elsewhere", "1", "5432"));
      LocalPostgres.start(data).close();
    } finally {
      parent.destroyForcibly();
    }
  }
}
