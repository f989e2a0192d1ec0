package org.counterfoil.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.counterfoil.standalone.backup.BackupCommand;

/** The backup command in a JVM of its own, as its profile starts it. */
final class Backups {

  private Backups() {}

  /** What the command ended with, and what it said. */
  record Ended(int exit, String said) {

    /** The file that was made. */
    Path file() {
      if (exit != 0) {
        throw new AssertionError("Expected a backup, but: " + said);
      }
      return Path.of(said.strip().split("\\s+")[1]);
    }
  }

  static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dlogback.configurationFile=org/counterfoil/standalone/backup/quiet.xml");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BackupCommand.class.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** What is in a backup, as anybody reads it. */
  static String text(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The same, of what is left of a file. */
  static String text(byte[] compressed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
