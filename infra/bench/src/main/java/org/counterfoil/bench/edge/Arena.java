package org.counterfoil.bench.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.domain.performance.PerformanceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Performances in an arena of 80,000 seats, opened through the API: rows of 100 seats. */
final class Arena {

  /** Pairs of neighbours in one performance. */
  static final int PAIRS = 40_000;

  private static final int ROWS = 800;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String organisation;
  private final String venue;
  private final String plan;
  private final String production;
  private Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);

  Arena(String url) throws Exception {
    this.url = url;
    organisation =
        post(
            "/organisations",
            """
            {"name":"Arena","legalName":"Arena","country":"FR","currency":"EUR",
             "timeZone":"Europe/Paris"}
            """,
            "organisationId");
    venue =
        post(
            "/venues",
            """
            {"organisationId":"%s","name":"Arena","address":"1 quai","timeZone":"Europe/Paris"}
            """
                .formatted(organisation),
            "venueId");
    plan = post("/venues/" + venue + "/seating-plans", plan(), "seatingPlanId");
    production =
        post(
            "/productions",
            "{\"organisationId\":\"%s\",\"title\":\"Final\",\"genre\":\"Sport\"}"
                .formatted(organisation),
            "productionId");
  }

  private static String plan() {
    String rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj("{\"label\":\"%d\",\"seatRange\":{\"from\":1,\"to\":100}}"::formatted)
            .collect(Collectors.joining(","));
    return """
        {"name":"Arena","zones":[{"name":"STALLS","rank":1}],"areas":[],
         "sections":[{"name":"S","zone":"STALLS","rows":[%s]}]}
        """
        .formatted(rows);
  }

  /** A token of a sales channel. */
  String channelToken() throws Exception {
    return post(
        "/organisations/" + organisation + "/api-tokens",
        "{\"role\":\"CHANNEL\",\"label\":\"Web\"}",
        "token");
  }

  /** So many new performances on sale. */
  List<PerformanceId> open(int count) throws Exception {
    List<PerformanceId> opened = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      day = day.plus(1, ChronoUnit.DAYS);
      String performance =
          post(
              "/performances",
              """
              {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
               "priceList":{"STALLS":[{"priceType":"FULL","name":"Full","faceValueMinor":2500,
                                       "taxRate":"5.5"}]}}
              """
                  .formatted(production, venue, plan, day),
              "performanceId");
      post("/performances/" + performance + "/onsale", "{}", "performanceId");
      opened.add(PerformanceId.of(performance));
    }
    return opened;
  }

  private String post(String path, String body, String field) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + CommandProcess.TOKEN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "Expected to open what is measured, but " + path + " was answered " + answer.body());
    }
    JsonNode json = JSON.readTree(answer.body());
    return json.path(field).asString("");
  }
}
