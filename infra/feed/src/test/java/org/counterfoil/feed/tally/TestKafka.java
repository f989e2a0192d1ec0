package org.counterfoil.feed.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.counterfoil.embedded.LocalKafka;

/** The one broker of this JVM; tests may stop and start it. */
public final class TestKafka {

  private static final Path FOLDER = temporaryFolder();
  private static LocalKafka broker = LocalKafka.start(FOLDER);

  private TestKafka() {}

  public static synchronized String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public static synchronized void stop() {
    broker.close();
  }

  /** Starts it again, on the same port and with what it had. */
  public static synchronized void start() {
    broker = LocalKafka.start(FOLDER);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("feed-kafka");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "test-kafka-end"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Path folder) {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
