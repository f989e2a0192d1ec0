package org.counterfoil.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured.
 *
 * @param rounds rounds that count, of each contender
 * @param warmUps rounds before those, which do not count; the compiler needs some
 * @param roundTime how long a round lasts
 * @param folder where the database lives while it is measured, and what peers are fetched into
 * @param results where reports are kept; missing where they are printed only
 */
public record Settings(
    int rounds, int warmUps, Duration roundTime, Path folder, @Nullable Path results) {

  private static final String PREFIX = "counterfoil.bench.";

  /** As the system's properties say: {@code counterfoil.bench.rounds} and so on. */
  static Settings ofSystem() {
    String results = System.getProperty(PREFIX + "results");
    return new Settings(
        number("rounds", 5),
        number("warmups", 2),
        Duration.ofSeconds(number("seconds", 5)),
        Path.of(System.getProperty(PREFIX + "folder", "target/bench")).toAbsolutePath(),
        results == null ? null : Path.of(results));
  }

  /** A number that one benchmark takes, such as {@code counterfoil.bench.events}. */
  public static int number(String name, int usual) {
    return Integer.getInteger(PREFIX + name, usual);
  }
}
