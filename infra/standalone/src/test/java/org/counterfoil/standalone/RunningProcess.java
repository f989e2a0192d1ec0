package org.counterfoil.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counterfoil in a JVM of its own, as the run command starts it, so that it can be killed. */
final class RunningProcess implements AutoCloseable {

  static final String TOKEN = "the-operator-chose-this-token";

  private static final Pattern LOG_IN =
      Pattern.compile("  Log in +(http://localhost:\\d+/login/.+)");
  private static final Pattern LOOK = Pattern.compile("  Look +http://localhost:(\\d+)/");

  private final Process process;
  private final int port;
  private final String loginLink;

  private RunningProcess(Process process, int port, String loginLink) {
    this.process = process;
    this.port = port;
    this.loginLink = loginLink;
  }

  /** Starts it on a free port and waits for the lines that say where to look. */
  static RunningProcess start(Path data, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Standalone.class.getName());
    command.add("--server.port=0");
    command.add("--counterfoil.data=" + data);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("COUNTERFOIL_ADMIN_TOKEN", TOKEN);
    try {
      Process process = builder.start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      List<String> seen = new ArrayList<>();
      String loginLink = "";
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        seen.add(line);
        Matcher logIn = LOG_IN.matcher(line);
        loginLink = logIn.matches() ? logIn.group(1) : loginLink;
        Matcher look = LOOK.matcher(line);
        if (look.matches()) {
          drain(output);
          return new RunningProcess(process, Integer.parseInt(look.group(1)), loginLink);
        }
      }
      throw new IllegalStateException("Expected it to start, but:\n" + String.join("\n", seen));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void drain(BufferedReader output) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                @Nullable String line = "";
                while (line != null) {
                  line = output.readLine();
                }
              } catch (IOException ended) {
                // the process has gone
              }
            });
  }

  /** Logs in once. */
  String loginLink() {
    return loginLink;
  }

  int port() {
    return port;
  }

  /** As the operating system would, without warning. */
  void kill() {
    try {
      new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
      process.waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** As SIGTERM does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Expected a graceful stop within 30 s, but it runs on");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
