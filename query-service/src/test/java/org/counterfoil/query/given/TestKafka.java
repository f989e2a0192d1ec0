package org.counterfoil.query.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.counterfoil.embedded.LocalKafka;

/** The one broker of this JVM. */
final class TestKafka {

  private static final Path FOLDER = temporaryFolder();
  private static final LocalKafka BROKER = LocalKafka.start(FOLDER);

  private TestKafka() {}

  static String bootstrapServers() {
    return BROKER.bootstrapServers();
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("query-kafka");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "test-kafka-end"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Path folder) {
    BROKER.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
