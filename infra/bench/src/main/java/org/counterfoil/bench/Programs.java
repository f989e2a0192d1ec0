package org.counterfoil.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Programs of peers, run to their end. */
public final class Programs {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private Programs() {}

  /** Where a program of this name may be. */
  public static List<Path> onPath(String name) {
    return SEPARATOR
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, name))
        .toList();
  }

  /** What the program says; its environment is ours and what is given. */
  public static String output(List<String> command, Map<String, String> environment) {
    return output(command, environment, Path.of("").toAbsolutePath());
  }

  /**
   * The same, in a folder.
   *
   * @throws IllegalStateException where it fails, with what it said
   */
  public static String output(List<String> command, Map<String, String> environment, Path folder) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = process.waitFor();
      if (end != 0) {
        throw new IllegalStateException(
            "Expected "
                + command.getFirst()
                + " to succeed, but it ended with "
                + end
                + ": "
                + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to run " + command.getFirst(), e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected " + command.getFirst() + " to end", interrupted);
    }
  }
}
