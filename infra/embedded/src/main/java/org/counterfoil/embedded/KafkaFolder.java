package org.counterfoil.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Where one Kafka keeps its things.
 *
 * @param home {@code <data>/kafka}, mode 700
 */
record KafkaFolder(Path home) {
  static KafkaFolder in(Path data) {
    return new KafkaFolder(data.toAbsolutePath().normalize().resolve("kafka"));
  }

  Path logs() {
    return home.resolve("log");
  }

  Path lockFile() {
    return home.resolve("jvm.lock");
  }

  Path portsFile() {
    return home.resolve("ports.properties");
  }

  /**
   * Makes the folder and takes it for this JVM.
   *
   * @throws EmbeddedServerException if it cannot be made, or another JVM has it
   */
  FolderLock createAndLock() {
    try {
      PrivateFiles.createFolder(home);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Expected a folder of our own at " + home + ", but failed: " + e, e);
    }
    return FolderLock.take(lockFile());
  }

  /** Gives a new folder its identity; an existing one keeps its own. */
  void format() {
    if (Files.exists(logs().resolve("meta.properties"))) {
      return;
    }
    try {
      PrivateFiles.createFolder(logs());
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(KafkaSettings.NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName(KafkaSettings.CONTROLLER)
          .setMetadataLogDirectory(logs().toString())
          .addDirectory(logs().toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) { // what Kafka declares
      throw new EmbeddedServerException(
          "Expected to format " + logs() + " for Kafka, but failed: " + e, e);
    }
  }
}
