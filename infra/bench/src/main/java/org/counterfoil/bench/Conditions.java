package org.counterfoil.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Under what conditions was measured. */
final class Conditions {

  private Conditions() {}

  static List<String> of(Stage stage, Clock clock) {
    Settings settings = stage.settings();
    return List.of(
        "Measured " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " at commit " + commit(),
        "Java %s, PostgreSQL %s, %d processors, load %.2f at the end"
            .formatted(
                Runtime.version(),
                stage.serverVersion(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
        "Durability as shown by the server: " + stage.durability(),
        "%d rounds of %d s each, in turns, after %d to warm up"
            .formatted(settings.rounds(), settings.roundTime().toSeconds(), settings.warmUps()));
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = git.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
      }
    } catch (IOException noGit) {
      return "unknown (" + noGit.getMessage() + ")";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
