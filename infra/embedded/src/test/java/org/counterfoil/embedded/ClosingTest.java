package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor is about to launch its server again when it is closed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ClosingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void whatWasAboutToBeLaunchedIsNot() throws Exception {
    assertThat(launchesAfterClosing(new LateLaunch())).isFalse();
    assertThat(server().runs()).isFalse();
  }

  @Test
  void withoutLookingWhetherTheEndHasBegun_aServerIsLeftRunning() throws Exception {
    assertThat(launchesAfterClosing(new LateLaunch.Unchecked())).isTrue();
    await().atMost(PATIENCE).until(server()::runs);
    server().running().stop(Duration.ofSeconds(15), Duration.ofSeconds(5));
  }

  private ServerOf server() {
    return new ServerOf(data);
  }

  private boolean launchesAfterClosing(LateLaunch closing) throws Exception {
    PostgresFolder folder = PostgresFolder.in(data);
    CurrentUser user = CurrentUser.get();
    try (FolderLock lock = folder.createAndLock()) {
      Server server =
          new Server(
              folder,
              PostgresBinaries.unpackedIn(BinariesCache.folder(user)),
              ServerAccount.of(folder, user, Command::succeeds),
              Durability.NONE);
      int port = Ports.free();
      Superuser superuser = new Superuser(port, new RolePasswords(folder.passwords()));
      Supervisor supervisor =
          Supervisor.start(server, port, superuser, RestartListener.NONE, closing);
      long killed = supervisor.pid();
      ServerOf.kill(killed);
      closing.awaitLaunch();

      Thread closer = Thread.ofPlatform().start(supervisor::close);
      closing.letLaunchOnceIn(closer, "awaitEndOfThread");
      assertThat(closer.join(PATIENCE)).as("closed, under %s", lock).isTrue();
      return supervisor.pid() != killed;
    }
  }

  /** Comes to its launch only when whoever closes has stopped what ran and waits. */
  private static class LateLaunch extends Closing {
    private final CountDownLatch isDue = new CountDownLatch(1);
    private final CountDownLatch isLet = new CountDownLatch(1);

    void awaitLaunch() throws InterruptedException {
      isDue.await();
    }

    void letLaunchOnceIn(Thread closer, String method) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  Arrays.stream(closer.getStackTrace())
                      .anyMatch(frame -> frame.getMethodName().equals(method)));
      isLet.countDown();
    }

    @Override
    boolean launch(Runnable launch) {
      isDue.countDown();
      try {
        isLet.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
      return checked(launch);
    }

    boolean checked(Runnable launch) {
      return super.launch(launch);
    }

    static final class Unchecked extends LateLaunch {
      @Override
      boolean checked(Runnable launch) {
        launch.run();
        return true;
      }
    }
  }
}
