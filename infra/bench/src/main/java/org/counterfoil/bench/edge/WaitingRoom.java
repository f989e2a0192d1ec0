package org.counterfoil.bench.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.DrawCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A waiting room that has opened: its visitors are drawn, and hardly any of them is let in. */
final class WaitingRoom {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Joining is not what is measured, but takes its time. */
  private static final Duration LOBBY = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String path;
  private final String base;
  private final List<String> ids = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();

  /** Opens one for a performance, lets so many in its lobby, and waits until they are drawn. */
  WaitingRoom(String url, String performance, int visitors) throws Exception {
    this.path = "/api/v1/performances/" + performance + "/waiting-room";
    this.base = url;
    Instant opensAt = Instant.now().plus(LOBBY).truncatedTo(ChronoUnit.MILLIS);
    post(
        "/api/v1/performances/" + performance + "/onsale",
        "{\"opensAt\":\"%s\",\"waitingRoom\":{\"enabled\":true,\"admissionsPerSecond\":1}}"
            .formatted(opensAt));
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (int visitor = 0; visitor < visitors; visitor++) {
      String id = HexFormat.of().formatHex(sha.digest(Integer.toString(visitor).getBytes(UTF_8)));
      ids.add(id);
      tokens.add(join(id));
    }
    awaitDraw();
  }

  /** The lobby opens when the room knows of its terms, a moment after they were set. */
  private String join(String id) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HttpResponse<String> answer =
          http.send(request(path, "{\"nonceHash\":\"" + id + "\"}"), ofString());
      if (answer.statusCode() == 201) {
        return JSON.readTree(answer.body()).path("visitorToken").asString("");
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Expected to join, but got " + answer.body());
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private void awaitDraw() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!poll(0).has("position") || poll(0).path("position").isNull()) {
      if (poll(0).path("state").asString("").equals("ADMITTED")) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Expected a draw, but visitors see " + poll(0));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  String path() {
    return path + "/me";
  }

  List<String> tokens() {
    return tokens;
  }

  /** Whether everybody is told the place that the published draw gives them. */
  Checked check() throws Exception {
    Map<String, Integer> places = new HashMap<>();
    for (int visitor = 0; visitor < ids.size(); visitor++) {
      int place = poll(visitor).path("position").asInt(0);
      if (place > 0) {
        places.put(ids.get(visitor), place);
      }
    }
    JsonNode draw = JSON.readTree(get(path + "/draw", Map.of()));
    return DrawCheck.of(
        draw.path("seed").asString(""),
        draw.path("seedHash").asString(""),
        draw.path("listHash").asString(""),
        draw.path("beacon").path("value").asString(""),
        get(path + "/draw/visitors", Map.of()).lines().toList(),
        places);
  }

  private JsonNode poll(int visitor) throws Exception {
    return JSON.readTree(get(path(), Map.of("Visitor-Token", tokens.get(visitor))));
  }

  private String get(String from, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + from));
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Expected " + from + ", but got " + answer.body());
    }
    return answer.body();
  }

  private void post(String to, String body) throws Exception {
    HttpResponse<String> answer = http.send(request(to, body), ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("Expected " + to + " to be accepted: " + answer.body());
    }
  }

  private HttpRequest request(String to, String body) {
    return HttpRequest.newBuilder(URI.create(base + to))
        .header("Authorization", "Bearer " + CommandProcess.TOKEN)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse.BodyHandler<String> ofString() {
    return HttpResponse.BodyHandlers.ofString();
  }
}
