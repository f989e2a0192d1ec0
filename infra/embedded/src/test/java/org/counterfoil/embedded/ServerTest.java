package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir Path data;

  /** Between its launch and its first steps a server does not look like one yet. */
  @Test
  void stopsAServerThatWasLaunchedAMomentAgo() throws Exception {
    PostgresFolder folder = PostgresFolder.in(data);
    CurrentUser user = CurrentUser.get();
    try (FolderLock lock = folder.createAndLock()) {
      Server server =
          new Server(
              folder,
              PostgresBinaries.unpackedIn(BinariesCache.folder(user)),
              ServerAccount.of(folder, user, Command::succeeds),
              Durability.NONE);
      List<String> slowly = List.of("sh", "-c", "sleep 0.5; exec \"$@\"", "sh");

      ServerProcess launched =
          server.launch(Command.concat(slowly, server.prepareFirst(Ports.free())));
      assertThat(new ServerOf(data).runs()).as("recognisable yet, under %s", lock).isFalse();
      server.stop(launched);

      assertThat(launched.isAlive()).isFalse();
      assertThat(new ServerOf(data).runs()).isFalse();
    }
  }
}
