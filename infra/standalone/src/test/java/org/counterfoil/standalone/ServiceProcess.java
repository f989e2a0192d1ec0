package org.counterfoil.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One service in a JVM of its own. */
final class ServiceProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final int port;
  private final Path output;

  private ServiceProcess(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  /** Starts it; {@link #awaitReadiness} tells when it is up, and what it printed where it ends. */
  static ServiceProcess start(Class<?> main, String... arguments) {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.add("--server.port=" + port);
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("service", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("COUNTERFOIL_ADMIN_TOKEN", RunningProcess.TOKEN);
      return new ServiceProcess(builder.start(), port, output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ServiceProcess awaitReadiness() {
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    try (HttpClient http = HttpClient.newHttpClient()) {
      Awaitility.await()
          .atMost(START)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> isReady(http, readiness));
    }
    return this;
  }

  private boolean isReady(HttpClient http, URI readiness) throws InterruptedException {
    try {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "Expected it to start, but it ended:\n" + Files.readString(output));
      }
      HttpRequest request = HttpRequest.newBuilder(readiness).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** Without warning. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("Expected it to end within " + STOP + ", but it runs on");
      }
      Files.deleteIfExists(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
