package org.counterfoil.embedded;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the tests do to the server of a data folder, behind its owner's back. */
record ServerOf(Path data) {
  boolean runs() {
    return !running().find().isEmpty();
  }

  RunningServers running() {
    return new RunningServers(PostgresFolder.in(data));
  }

  static void kill(long pid) {
    Command.status(List.of("sh", "-c", "kill -9 " + pid));
    await().atMost(Duration.ofSeconds(20)).until(() -> !RunningServers.isAlive(pid));
  }
}
