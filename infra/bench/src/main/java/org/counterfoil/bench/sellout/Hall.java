package org.counterfoil.bench.sellout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** A hall in rows of 50, opened through the API: a new performance for every sell-out. */
final class Hall {

  private static final int SEATS_PER_ROW = 50;
  private static final int FIRST_DAY = 30;

  /** Short, so that what is abandoned comes back while the crowd is there. */
  private static final int HOLD_SECONDS = 5;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final Instant now = Instant.now();
  private final String organisation;
  private final String venue;
  private final String plan;
  private final String production;
  private int opened;

  Hall(URI url, int seats) throws IOException, InterruptedException {
    this.url = url;
    organisation =
        post(
            "/organisations",
            """
            {"name":"Stade","legalName":"Stade","country":"FR","currency":"EUR",
             "timeZone":"Europe/Paris"}
            """,
            "organisationId");
    venue =
        post(
            "/venues",
            """
            {"organisationId":"%s","name":"Stade","address":"1 quai","timeZone":"Europe/Paris"}
            """
                .formatted(organisation),
            "venueId");
    plan = post("/venues/" + venue + "/seating-plans", plan(seats), "seatingPlanId");
    production =
        post(
            "/productions",
            "{\"organisationId\":\"%s\",\"title\":\"Finale\",\"genre\":\"Sport\"}"
                .formatted(organisation),
            "productionId");
  }

  private static String plan(int seats) {
    String rows =
        IntStream.rangeClosed(1, Math.ceilDiv(seats, SEATS_PER_ROW))
            .mapToObj(
                row ->
                    "{\"label\":\"%d\",\"seatRange\":{\"from\":1,\"to\":%d}}"
                        .formatted(row, Math.min(SEATS_PER_ROW, seats - (row - 1) * SEATS_PER_ROW)))
            .collect(Collectors.joining(","));
    return """
        {"name":"Stade","zones":[{"name":"STALLS","rank":1}],"areas":[],
         "sections":[{"name":"S","zone":"STALLS","rows":[%s]}]}
        """
        .formatted(rows);
  }

  /** A token of a box office, which takes the money at once. */
  String counterToken() throws IOException, InterruptedException {
    return post(
        "/organisations/" + organisation + "/api-tokens",
        "{\"role\":\"BOX_OFFICE\",\"label\":\"Guichet\"}",
        "token");
  }

  /** Schedules another performance and opens its sale. */
  String open() throws IOException, InterruptedException {
    opened++;
    String performance =
        post(
            "/performances",
            """
            {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
             "rules":{"holdSeconds":%d},
             "priceList":{"STALLS":[{"priceType":"FULL","name":"Plein tarif",
                                     "faceValueMinor":2500,"taxRate":"5.5"}]}}
            """
                .formatted(
                    production,
                    venue,
                    plan,
                    now.plus(Duration.ofDays(FIRST_DAY + opened)),
                    HOLD_SECONDS),
            "performanceId");
    post("/performances/" + performance + "/onsale", "{}", "performanceId");
    return performance;
  }

  private String post(String path, String body, String field)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/v1" + path))
            .header("Authorization", "Bearer " + Services.TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "Expected " + path + " to be accepted, but it was answered " + answer.body());
    }
    return JSON.readTree(answer.body()).get(field).asString();
  }
}
