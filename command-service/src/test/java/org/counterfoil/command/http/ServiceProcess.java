package org.counterfoil.command.http;

import static org.awaitility.Awaitility.await;

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
import org.counterfoil.command.CommandService;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.eventstore.schema.DatabaseRoles;

/** The command service in a JVM of its own. */
final class ServiceProcess implements Served, AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private static final String REVIEWS_LATER = "--counterfoil.vault.review-every=1h";

  private final Process process;
  private final int port;
  private final Path output;

  private ServiceProcess(Process process, int port, Path output) {
    this.process = process;
    this.port = port;
    this.output = output;
  }

  static ServiceProcess start(TestDatabase database) {
    return start(database, List.of(DatabaseRoles.WRITER, DatabaseRoles.READER), List.of());
  }

  /** One that takes personal data. */
  static ServiceProcess start(TestDatabase database, Path masterKey) {
    return start(
        database,
        List.of(DatabaseRoles.WRITER, DatabaseRoles.READER, DatabaseRoles.VAULT),
        List.of("--counterfoil.vault.master-key=" + masterKey, REVIEWS_LATER));
  }

  private static ServiceProcess start(
      TestDatabase database, List<String> roles, List<String> more) {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(CommandService.class.getName());
      command.add("--server.port=" + port);
      command.add("--counterfoil.database.url=" + database.url());
      command.add("--counterfoil.http.key=" + RunningService.KEY);
      command.add("--logging.level.root=warn");
      command.addAll(more);
      for (String role : roles) {
        command.add("--counterfoil.database.passwords." + role + "=" + database.passwordOf(role));
      }
      Path output = Files.createTempFile("service", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("COUNTERFOIL_ADMIN_TOKEN", RunningService.ADMIN_TOKEN);
      free.close();
      return new ServiceProcess(builder.start(), port, output).awaitReadiness();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private ServiceProcess awaitReadiness() {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      await()
          .atMost(START)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> isReady(http, question));
    }
    return this;
  }

  private boolean isReady(HttpClient http, HttpRequest question)
      throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Expected it to start, but it ended:\n" + Files.readString(output));
    }
    return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  @Override
  public String url() {
    return "http://localhost:" + port;
  }

  /** Ends it in the middle of whatever it does. */
  void kill() {
    process.destroyForcibly();
    close();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
      Files.deleteIfExists(output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
