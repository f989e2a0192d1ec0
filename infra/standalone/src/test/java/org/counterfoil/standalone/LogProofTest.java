package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The running system proves itself to tools that are not its own: the script that the README
 * prints, as it stands there, and somebody who takes checkpoints; and to its own verifier, over a
 * {@code kill -9} and against the owner of the database.
 */
class LogProofTest {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- check -->\\n```sh\\n(.*?)```", Pattern.DOTALL);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private final List<String> received = new CopyOnWriteArrayList<>();

  private record Run(int exit, String output) {}

  @Test
  void provesItselfToOpenSslAndToItsVerifier() throws Exception {
    Path data = folder.resolve("data");
    HttpServer accountant = accountant();
    String[] arguments = {
      "--counterfoil.demonstration=false",
      "--counterfoil.integrity.every=200ms",
      "--counterfoil.integrity.webhook.every=0s",
      "--counterfoil.integrity.webhook.url=http://127.0.0.1:"
          + accountant.getAddress().getPort()
          + "/"
    };
    Path kept;
    String key;
    String verifierKey;
    String performance;
    RunningProcess first = RunningProcess.start(data, arguments);
    try {
      Shop shop = new Shop(first.port());
      performance = shop.openPerformance(20);
      Shop.Reply sale = shop.sell(performance, 3);
      long position = sale.position();
      var published = shop.get("/log/keys").at("/keys/0");
      key = published.get("publicKey").asString();
      verifierKey = published.get("verifierKey").asString();
      kept = save("checkpoint.txt", checkpointCovering(first, position));
      String ticket = sale.body().at("/tickets/0/ticketId").asString();
      Path proof = save("ticket.json", shop.get("/tickets/" + ticket + "/proof").toString());
      checkWithOpenSsl(kept, proof, key);
      await().until(() -> received.contains(text(kept)));
    } finally {
      first.kill();
      accountant.stop(0);
    }
    try (RunningProcess again = RunningProcess.start(data, arguments)) {
      Shop shop = new Shop(again.port());
      long position = shop.sell(performance, 4).position();
      checkpointCovering(again, position);
      String[] verify = {"--data=" + data, "--checkpoint=" + kept, "--key=" + verifierKey};
      Run sound = run(Verifier.command(verify));
      assertThat(sound.exit()).as(sound.output()).isZero();
      Run ticket = run(Verifier.command("--ticket=" + folder.resolve("ticket.json"), verify[2]));
      assertThat(ticket.exit()).as(ticket.output()).isZero();
      assertThat(get(again, "/actuator/prometheus").body())
          .contains("counterfoil_integrity_fault 0.0");

      damage(data, "update log.event set entry = entry || '\\x20'::bytea where position = 2");

      Run damaged = run(Verifier.command(verify));
      assertThat(damaged.exit()).as(damaged.output()).isEqualTo(1);
      assertThat(damaged.output()).contains("First bad position: 2 ");

      damage(data, "delete from log.event where position >= 5");

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  get(again, "/actuator/prometheus")
                      .body()
                      .contains("counterfoil_integrity_fault 1.0"));
      assertThat(get(again, "/actuator/health").statusCode()).isEqualTo(503);
    }
  }

  private void checkWithOpenSsl(Path checkpoint, Path ticket, String key) throws Exception {
    Run right = check(checkpoint, key);
    assertThat(right.exit()).as(right.output()).isZero();
    assertThat(right.output()).contains("ok    the checkpoint is signed with this key");
    Run sold = check(ticket, key);
    assertThat(sold.exit()).as(sold.output()).isZero();
    assertThat(sold.output().lines().filter(line -> line.startsWith("ok"))).hasSize(3);

    String proof = text(ticket);
    Matcher position = Pattern.compile("\"position\":(\\d+)").matcher(proof);
    assertThat(position.find()).isTrue();
    long other = Long.parseLong(position.group(1)) - 1;
    assertWrong(proof.replace(position.group(), "\"position\":" + other), key, "the event is");
    assertWrong(proof.replaceFirst("(\"hashes\":\\[\")..", "$1AA"), key, "the event is number");
    assertWrong(
        proof.replaceFirst("(\"ticketId\":\")........", "$100000000"), key, "it sold the ticket");
    assertWrong(
        text(checkpoint).replaceFirst("\n(\\d+)\n", "\n1$1\n"), key, "the checkpoint is signed");
    assertWrong(text(checkpoint), "A".repeat(43) + "=", "the checkpoint is signed");
  }

  private void assertWrong(String forged, String key, String what) throws Exception {
    Run run = check(save("forged", forged), key);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("WRONG " + what);
  }

  /** As whoever owns the database: everything is allowed, and no trigger is left. */
  private static void damage(Path data, String change) throws IOException {
    String port =
        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(3).strip();
    try (var passwords = Files.list(data.resolve("passwords"))) {
      Path superuser =
          passwords
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("counterfoil_"))
              .findFirst()
              .orElseThrow();
      JdbcClient sql =
          JdbcClient.create(
              new DriverManagerDataSource(
                  "jdbc:postgresql://127.0.0.1:" + port + "/counterfoil",
                  String.valueOf(superuser.getFileName()),
                  text(superuser).strip()));
      sql.sql("drop trigger if exists event_is_never_changed on log.event").update();
      sql.sql(change).update();
    }
  }

  private static String checkpointCovering(RunningProcess process, long position) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> get(process, "/api/v1/log/checkpoint?covering=" + position),
            answer -> answer.statusCode() == 200)
        .body();
  }

  private static HttpResponse<String> get(RunningProcess process, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + process.port() + path);
    return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpServer accountant() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private Run check(Path file, String key) throws Exception {
    return run("bash", save("check.sh", script()).toString(), file.toString(), key);
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private Path save(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String script() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("LICENSE"))) {
      here = here.getParent();
    }
    Matcher block = BLOCK.matcher(Files.readString(here.resolve("README.md")));
    assertThat(block.find()).as("the README prints the script").isTrue();
    return block.group(1);
  }
}
