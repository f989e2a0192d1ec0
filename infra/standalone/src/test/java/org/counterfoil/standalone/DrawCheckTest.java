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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program that the README prints, as it stands there, against a draw that was made. */
@ExtendWith(SharedProcess.class)
class DrawCheckTest {

  private static final Pattern BLOCK =
      Pattern.compile("<!-- draw -->\\n```java\\n(.*?)```", Pattern.DOTALL);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  private record Run(int exit, String output) {}

  @Test
  void theProgramOfTheReadmeFindsTheDrawRight_andAnyOtherWrong(RunningProcess counterfoil)
      throws Exception {
    String program = program();
    assertThat(program.lines()).hasSizeLessThanOrEqualTo(20);
    Path file = Files.writeString(folder.resolve("Draw.java"), program);
    String base = "http://127.0.0.1:" + counterfoil.port();
    assertThat(get(base + "/waiting-room/Draw.java")).isEqualTo(program);
    Shop shop = new Shop(counterfoil.port());
    String room = "/performances/" + shop.openPerformance(20) + "/waiting-room";
    Map<String, Integer> places = draw(shop, room);
    String draw = base + "/api/v1" + room + "/draw";

    assertThat(places).as("visitors who still wait").hasSizeGreaterThanOrEqualTo(2);
    for (Map.Entry<String, Integer> visitor : List.copyOf(places.entrySet()).subList(0, 2)) {
      Run run = run(file, draw, visitor.getKey());
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.output())
          .doesNotContain("WRONG")
          .contains("place " + visitor.getValue() + " of 5");
    }
    assertFound(file, draw, "seed is", text -> text.replaceFirst("\"seed\":\"..", "\"seed\":\"00"));
    assertFound(
        file, draw, "list is the one", text -> text.replaceFirst("(?m)^[0-9a-f]{64}\n", ""));
  }

  /** A draw among five visitors; answers the places that the system tells those who still wait. */
  private static Map<String, Integer> draw(Shop shop, String room) throws IOException {
    Instant now = Instant.now();
    shop.post(
        room.replace("/waiting-room", "/onsale"),
        Map.of(
            "opensAt",
            now.plusSeconds(4).toString(),
            "waitingRoom",
            Map.of("lobbyOpensAt", now.toString(), "admissionsPerSecond", 1)));
    Map<String, String> tokens = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      String visitor = HexFormat.of().toHexDigits((byte) i).repeat(32);
      tokens.put(visitor, join(shop, room, visitor));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> shop.get(room + "/draw").has("seed"));
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Map.Entry<String, String> visitor : tokens.entrySet()) {
      var me = shop.send("GET", room + "/me", Map.of("Visitor-Token", visitor.getValue()), null);
      if (me.body().has("position")) {
        places.put(visitor.getKey(), me.body().get("position").asInt());
      }
    }
    return places;
  }

  private static String join(Shop shop, String room, String visitor) {
    return await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> shop.send("POST", room, Map.of(), Map.of("nonceHash", visitor)),
            reply -> reply.status() == 201)
        .body()
        .get("visitorToken")
        .asString();
  }

  /** The same draw with something changed on the way is not believed. */
  private void assertFound(Path file, String draw, String fault, UnaryOperator<String> change)
      throws Exception {
    HttpServer liar =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    liar.createContext(
        "/",
        exchange -> {
          String rest = exchange.getRequestURI().toString().substring("/draw".length());
          byte[] told = change.apply(get(draw + rest)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, told.length);
          exchange.getResponseBody().write(told);
          exchange.close();
        });
    liar.start();
    try {
      Run run = run(file, "http://127.0.0.1:" + liar.getAddress().getPort() + "/draw", "00");
      assertThat(run.exit()).as(run.output()).isEqualTo(1);
      assertThat(run.output()).containsPattern("WRONG .*" + fault);
    } finally {
      liar.stop(0);
    }
  }

  private Run run(Path file, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                file.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  private static String get(String address) throws IOException {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static String program() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("LICENSE"))) {
      here = here.getParent();
    }
    Matcher block = BLOCK.matcher(Files.readString(here.resolve("README.md")));
    assertThat(block.find()).as("the README prints the program").isTrue();
    return block.group(1);
  }
}
