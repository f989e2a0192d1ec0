package org.counterfoil.standalone.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.GZIPInputStream;

/** Gives the backup command to tests outside of its package. */
public final class Backups {

  private Backups() {}

  /** What the command ended with, and what it said. */
  public record Ended(int exit, String said) {

    /** The file that was made. */
    public Path file() {
      if (exit != 0) {
        throw new AssertionError("Expected a backup, but: " + said);
      }
      return Path.of(said.strip().split("\\s+")[1]);
    }
  }

  /** Now. */
  public static Ended run(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        BackupCommand.run(
            new PrintStream(said, true, StandardCharsets.UTF_8), Clock.systemUTC(), arguments);
    return new Ended(exit, said.toString(StandardCharsets.UTF_8));
  }

  /** What is in a backup, as anybody reads it. */
  public static String text(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
