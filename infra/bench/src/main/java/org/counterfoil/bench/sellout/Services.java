package org.counterfoil.bench.sellout;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.counterfoil.bench.ServiceCommand;
import org.counterfoil.bench.Stage;
import org.counterfoil.command.CommandService;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.query.QueryService;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command service and the query service, each in a process of its own, on one log. */
final class Services implements AutoCloseable {

  /** Of the platform administrator of these two. */
  static final String TOKEN = "the-administrator-of-the-sell-out";

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int PAUSE_MILLIS = 200;

  private final List<Process> processes = new ArrayList<>();
  private final Stage stage;
  private final String database;
  private final URI commandUrl;
  private final URI queryUrl;

  /**
   * Starts both and waits until they are ready.
   *
   * @param settings of the command service, beside the usual ones
   */
  Services(Stage stage, Map<String, String> settings) throws Exception {
    this.stage = stage;
    this.database = stage.freshLog("sellout");
    this.commandUrl = start(CommandService.class, settings);
    this.queryUrl = start(QueryService.class, Map.of());
    awaitReadiness(commandUrl);
    awaitReadiness(queryUrl);
  }

  private URI start(Class<?> main, Map<String, String> settings) throws IOException {
    int port = freePort();
    List<String> command = ServiceCommand.of(main);
    command.add("--server.port=" + port);
    command.add("--spring.main.banner-mode=off");
    command.add("--logging.level.root=warn");
    Path folder = stage.settings().folder().resolve(main.getSimpleName() + "-" + port);
    command.add("--counterfoil.data.path=" + folder);
    command.add("--counterfoil.database.url=" + stage.postgres().jdbcUrl(database));
    command.add("--counterfoil.http.key=" + KEY);
    List<String> roles = new ArrayList<>(DatabaseRoles.PROJECTIONS);
    roles.add(DatabaseRoles.WRITER);
    roles.add(DatabaseRoles.READER);
    for (String role : roles) {
      command.add(
          "--counterfoil.database.passwords." + role + "=" + stage.postgres().passwordOf(role));
    }
    command.add(
        "--counterfoil.simulated-card-provider.enabled=" + main.equals(CommandService.class));
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    File log = new File(folder + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("COUNTERFOIL_ADMIN_TOKEN", TOKEN);
    processes.add(builder.start());
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void awaitReadiness(URI url) throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(url.resolve("/actuator/health/readiness")).build();
    long end = System.nanoTime() + START.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!isReady(http, question)) {
        boolean isLost = processes.stream().anyMatch(process -> !process.isAlive());
        if (isLost || System.nanoTime() > end) {
          close();
          throw new IllegalStateException("Expected " + url + " to be ready, but it is not");
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
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

  URI commandUrl() {
    return commandUrl;
  }

  /** What is stored, read without their help. */
  StoredTruth log() {
    return new StoredTruth(
        new DriverManagerDataSource(
            stage.postgres().jdbcUrl(database),
            DatabaseRoles.READER,
            stage.postgres().passwordOf(DatabaseRoles.READER)));
  }

  URI queryUrl() {
    return queryUrl;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    try {
      for (Process process : processes) {
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
