package org.counterfoil.crowd;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.counterfoil.crowd.http.Answer;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.http.Request;
import org.counterfoil.crowd.plan.CrowdPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets a rehearsal up over HTTP, on behalf of somebody who may: a copy of the performance for
 * training, and its sale.
 */
public final class Stage {

  private static final String PERFORMANCES = "/api/v1/performances/";

  /** Shorter holds would end before anybody can pay. */
  private static final int SHORTEST_HOLD_SECONDS = 5;

  private static final int MOST_ADMISSIONS_PER_SECOND = 10_000;

  /** Who was let in and does nothing keeps others out no longer than this. */
  private static final int FEWEST_ADMISSION_SECONDS = 30;

  private Stage() {}

  /**
   * Copies the performance for training, with holds that are as much shorter as the run is.
   *
   * @param credentials headers that say who asks
   * @return the copy's id
   * @throws StageRefused where it was refused
   * @throws IOException where nobody answered
   */
  public static String copy(
      URI commandUrl, Map<String, String> credentials, String performanceId, double compression)
      throws IOException, InterruptedException {
    try (Http http = new Http(commandUrl, 1)) {
      JsonNode first = read(http, Request.get(PERFORMANCES + performanceId + "/offers"));
      long holdSeconds = Math.round(first.path("rules").path("holdSeconds").asInt() / compression);
      ObjectNode body =
          Shop.JSON
              .createObjectNode()
              .put("holdSeconds", Math.max(SHORTEST_HOLD_SECONDS, holdSeconds));
      return post(http, credentials, PERFORMANCES + performanceId + "/training-copies", body)
          .path("performanceId")
          .asString();
    }
  }

  /**
   * Puts it on sale, with a waiting room where the first has one, which lets in as many more as the
   * run is faster. Its lobby opens at once.
   *
   * @param first whose terms they are
   */
  public static void open(
      URI commandUrl,
      Map<String, String> credentials,
      String first,
      String performanceId,
      Instant opensAt,
      double compression)
      throws IOException, InterruptedException {
    try (Http http = new Http(commandUrl, 1)) {
      ObjectNode body = Shop.JSON.createObjectNode().put("opensAt", opensAt.toString());
      JsonNode room =
          read(http, Request.get(PERFORMANCES + first + "/offers"))
              .path("onsale")
              .path("waitingRoom");
      if (room.path("enabled").asBoolean()) {
        long faster = Math.round(room.path("admissionsPerSecond").asInt() * compression);
        body.putObject("waitingRoom")
            .put("enabled", true)
            .put("admissionsPerSecond", Math.clamp(faster, 1, MOST_ADMISSIONS_PER_SECOND))
            .put(
                "admissionSeconds",
                Math.max(
                    FEWEST_ADMISSION_SECONDS,
                    Math.round(room.path("admissionSeconds").asInt() / compression)));
      }
      post(http, credentials, PERFORMANCES + performanceId + "/onsale", body);
    }
  }

  /** How many visitors have ten times as many wishes as the performance has places. */
  static int visitors(URI commandUrl, String performanceId)
      throws IOException, InterruptedException {
    try (Http http = new Http(commandUrl, 1)) {
      House house = house(http, performanceId);
      JsonNode offers = read(http, Request.get(PERFORMANCES + performanceId + "/offers"));
      long places = 0;
      for (JsonNode zone : offers.path("zones")) {
        boolean isOffered = house.zones().containsKey(zone.path("zone").asString());
        places += isOffered ? zone.path("capacity").asLong() : 0;
      }
      return CrowdPlan.visitorsFor(places);
    }
  }

  static House house(Http http, String performanceId) throws IOException, InterruptedException {
    JsonNode performance = read(http, Request.get(PERFORMANCES + performanceId + "/offers"));
    JsonNode plan =
        read(
            http,
            Request.get(
                "/api/v1/venues/"
                    + performance.path("venueId").asString()
                    + "/seating-plans/"
                    + performance.path("seatingPlanId").asString()));
    return House.of(performance, plan);
  }

  private static JsonNode post(
      Http http, Map<String, String> credentials, String path, ObjectNode body)
      throws IOException, InterruptedException {
    Request request = Request.post(path, Shop.JSON.writeValueAsString(body));
    for (Map.Entry<String, String> header : credentials.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    return read(http, request);
  }

  private static JsonNode read(Http http, Request request)
      throws IOException, InterruptedException {
    Answer answer = http.send(request);
    JsonNode body =
        answer.text().isEmpty() ? Shop.JSON.createObjectNode() : Shop.JSON.readTree(answer.text());
    if (!answer.isSuccess()) {
      throw new StageRefused(
          answer.status(), body.path("code").asString("UNKNOWN"), request.path());
    }
    return body;
  }
}
