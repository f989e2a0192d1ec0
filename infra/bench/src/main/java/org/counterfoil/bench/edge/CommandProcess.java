package org.counterfoil.bench.edge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.counterfoil.bench.ServiceCommand;
import org.counterfoil.bench.Stage;
import org.counterfoil.command.CommandService;
import org.counterfoil.eventstore.schema.DatabaseRoles;

/** The command service, in a process of its own, so that its processor time is known. */
final class CommandProcess implements AutoCloseable {

  /** Of the platform administrator; it opens what is measured and nothing else. */
  static final String TOKEN = "the-administrator-of-the-bench";

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Process process;
  private final int port;

  private CommandProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it is ready. */
  static CommandProcess start(Stage stage, String database) throws Exception {
    int port = freePort();
    List<String> command = ServiceCommand.of(CommandService.class);
    command.add("--server.port=" + port);
    command.add("--spring.main.banner-mode=off");
    command.add("--logging.level.root=warn");
    command.add("--counterfoil.data.path=" + stage.settings().folder().resolve("service"));
    command.add("--counterfoil.database.url=" + stage.postgres().jdbcUrl(database));
    command.add("--counterfoil.http.key=" + KEY);
    for (String role : List.of(DatabaseRoles.WRITER, DatabaseRoles.READER)) {
      command.add(
          "--counterfoil.database.passwords." + role + "=" + stage.postgres().passwordOf(role));
    }
    File log = stage.settings().folder().resolve("command-service.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("COUNTERFOIL_ADMIN_TOKEN", TOKEN);
    CommandProcess started = new CommandProcess(builder.start(), port);
    started.awaitReadiness();
    return started;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void awaitReadiness() throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness")).build();
    long end = System.nanoTime() + START.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!isReady(http, question)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          process.destroyForcibly();
          throw new IllegalStateException("Expected the command service to start, but it did not");
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private static boolean isReady(HttpClient http, HttpRequest question)
      throws InterruptedException {
    try {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Processor time until now. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
