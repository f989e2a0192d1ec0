package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void aKilledServerComesBackOnTheSamePortWithWhatWasCommitted() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    try (LocalPostgres postgres = LocalPostgres.start(data, 0, listener(told))) {
      long pid = postgres.pid();
      int port = postgres.port();
      Rows.in(postgres).add("committed");

      ServerOf.kill(pid);

      await().atMost(PATIENCE).until(() -> postgres.restarts() == 1);
      assertThat(Rows.in(postgres).all()).isEqualTo("committed");
      assertThat(postgres.pid()).isNotEqualTo(pid);
      assertThat(postgres.port()).isEqualTo(port);
      assertThat(told).containsExactly("died 137", "restarted 1");
    }
  }

  /** A busy backend outlives its postmaster, and would keep a new one from starting. */
  @Test
  void aKilledServersBusyBackendDoesNotStopTheRestart() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data);
        Connection connection = Rows.in(postgres).connect();
        Statement statement = connection.createStatement()) {
      String loop = "do $$ begin loop end loop; end $$";
      CompletableFuture<Void> busy =
          CompletableFuture.runAsync(
              () ->
                  assertThatThrownBy(() -> statement.execute(loop))
                      .isInstanceOf(SQLException.class));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  Rows.in(postgres)
                      .query("select count(*) from pg_stat_activity where query like 'do %'")
                      .equals("1"));

      ServerOf.kill(postgres.pid());

      await().atMost(PATIENCE).until(() -> postgres.restarts() == 1);
      assertThat(Rows.in(postgres).query("select 1")).isEqualTo("1");
      busy.get();
    }
  }

  @Test
  void anOrphanOfAKilledJvmIsReplaced() throws Exception {
    long orphan;
    try (ChildJvm child = ChildJvm.start(data, "by-the-child")) {
      orphan = child.awaitPostmaster();
      child.kill();
    }
    assertThat(RunningServers.isAlive(orphan)).as("the orphan lives on").isTrue();

    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(postgres.pid()).isNotEqualTo(orphan);
      assertThat(RunningServers.isAlive(orphan)).isFalse();
      assertThat(Rows.in(postgres).all()).isEqualTo("by-the-child");
    }
  }

  @Test
  void killingBothLosesNothingCommitted() throws Exception {
    try (ChildJvm child = ChildJvm.start(data, "by-the-child")) {
      long orphan = child.awaitPostmaster();
      child.kill();
      ServerOf.kill(orphan);
    }
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).exists();

    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).all()).isEqualTo("by-the-child");
    }
  }

  /** An empty database in its place would look like one that lost everything. */
  @Test
  void aVanishedDataDirectoryIsNotReplacedByAnEmptyOne() throws Exception {
    Path cluster = data.resolve("postgres/cluster");
    Path elsewhere = data.resolve("postgres/elsewhere");
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      Rows.in(postgres).add("kept");
      Files.move(cluster, elsewhere);
      ServerOf.kill(postgres.pid());
      await().during(Duration.ofSeconds(1)).until(() -> !Files.exists(cluster));

      Files.move(elsewhere, cluster);
      await().atMost(PATIENCE).until(() -> postgres.restarts() == 1);
      assertThat(Rows.in(postgres).all()).isEqualTo("kept");
    }
  }

  @Test
  void closingWhileItRestartsLeavesNothingRunning() {
    for (int i = 0; i < 10; i++) {
      LocalPostgres postgres = LocalPostgres.start(data);
      ServerOf.kill(postgres.pid());
      postgres.close();
      assertThat(new ServerOf(data).runs()).as("a server after close, attempt %d", i).isFalse();
    }
  }

  /** Ctrl-C goes to the terminal's process group; the server must outlive those who write to it. */
  @Test
  void runsInASessionOfItsOwn() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(session(Long.toString(postgres.pid()))).isEqualTo(postgres.pid());
    }
  }

  private static long session(String pid) throws Exception {
    String stat = Files.readString(Path.of("/proc", pid, "stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
  }

  private static RestartListener listener(BlockingQueue<String> told) {
    return new RestartListener() {
      @Override
      public void died(int exitStatus) {
        told.add("died " + exitStatus);
      }

      @Override
      public void restarted(int restarts) {
        told.add("restarted " + restarts);
      }
    };
  }
}
