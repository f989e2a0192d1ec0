package org.counterfoil.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs the benchmarks that are named, or all, and prints what they found. */
public final class Bench {

  private final PrintStream out;
  private final Clock clock;

  private Bench(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Ids such as {@code M1 M2} or {@code M1,M2}, or {@code all}. */
  public static void main(String[] args) throws Exception {
    System.setProperty("logback.configurationFile", "org/counterfoil/bench/logback.xml");
    List<Benchmark> asked = named(List.of(String.join(",", args).split(",")));
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected \"all\" or some of "
              + Benchmarks.ALL.stream().map(Benchmark::id).toList()
              + ", but got "
              + List.of(args));
    }
    new Bench(System.out, Clock.systemUTC()).run(asked, Settings.ofSystem());
    System.exit(0); // whatever threads a peer has left behind
  }

  static List<Benchmark> named(List<String> names) {
    List<String> wanted = names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
    return wanted.contains("ALL")
        ? Benchmarks.ALL
        : Benchmarks.ALL.stream().filter(one -> wanted.contains(one.id())).toList();
  }

  private void run(List<Benchmark> benchmarks, Settings settings) throws Exception {
    Files.createDirectories(settings.folder());
    try (Stage stage = Stage.open(settings)) {
      for (Benchmark benchmark : benchmarks) {
        String text = text(benchmark, benchmark.run(stage), Conditions.of(stage, clock));
        out.println(text);
        keep(benchmark, text, settings.results());
      }
    }
  }

  private static String text(Benchmark benchmark, Report report, List<String> conditions) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(benchmark.id()).append(": ").append(benchmark.question());
    text.append("\n\n").append(report.markdown());
    conditions.forEach(condition -> text.append("- ").append(condition).append('\n'));
    return text.toString();
  }

  private static void keep(Benchmark benchmark, String text, @Nullable Path results)
      throws IOException {
    if (results != null) {
      Files.createDirectories(results);
      Files.writeString(results.resolve(benchmark.id().toLowerCase(Locale.ROOT) + ".md"), text);
    }
  }
}
