package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Consents that were given elsewhere hold, for an officer, on the days on which they held. */
@ExtendWith(SharedProcess.class)
class ImportedConsentsTest {

  private final RunningProcess process;
  private final Shop shop;

  ImportedConsentsTest(RunningProcess process) {
    this.process = process;
    this.shop = new Shop(process.port());
  }

  @Test
  void aConsentThatWasBroughtIsInForceAsOfTheDaysThatTheFileSays() throws Exception {
    String privacy = "/privacy/" + shop.organisationOf(shop.openPerformance(3));
    assertThat(shop.send("POST", privacy + "/defaults", Shop.bearer(), Map.of()).status())
        .isEqualTo(200);

    HttpResponse<String> brought =
        bring(
            privacy,
            """
            Client;Adresse;Lettre;Le;Par
            1;brought@example.org;oui;01/01/2025;WEB-FORM
            1;brought@example.org;non;01/03/2025;LINK
            1;brought@example.org;oui;01/06/2025;COUNTER
            """);
    assertThat(brought.statusCode()).as(brought.body()).isEqualTo(200);
    long position = brought.headers().firstValueAsLong("Counterfoil-Position").orElseThrow();
    String subject = subject(privacy, "brought@example.org");

    Map<String, Boolean> inForce = new LinkedHashMap<>();
    for (String day : List.of("2024-12-31", "2025-02-15", "2025-04-01", "2025-07-01")) {
      JsonNode consents =
          read(privacy + "/subjects/" + subject + "/consents?asOf=" + day + "T12:00:00Z", position);
      inForce.put(
          day,
          consents.get("consents").valueStream().anyMatch(one -> one.get("isInForce").asBoolean()));
    }
    assertThat(inForce)
        .containsExactly(
            Map.entry("2024-12-31", false),
            Map.entry("2025-02-15", true),
            Map.entry("2025-04-01", false),
            Map.entry("2025-07-01", true));
    JsonNode timeline = read(privacy + "/subjects/" + subject + "/timeline", position);
    assertThat(timeline.at("/fields/0/door").asString()).isEqualTo("IMPORT");
  }

  private HttpResponse<String> bring(String privacy, String file) throws Exception {
    String mapping =
        """
        {"source":"OLD","exportedAt":"2025-06-30T06:00:00Z","reference":"Client",
         "fields":{"email":"Adresse"},"consents":[{"purpose":"newsletter","answer":"Lettre",
         "at":"Le","source":"Par",
         "sources":{"WEB-FORM":"WEB-FORM","LINK":"LINK","COUNTER":"COUNTER"},"notice":"%s"}],"dates":"DMY"}
        """
            .formatted(notice(privacy))
            .replace("\n", " ");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + process.port()
                        + "/api/v1"
                        + privacy
                        + "/imports?dryRun=false"))
            .header("Authorization", "Bearer " + RunningProcess.TOKEN)
            .header("Content-Type", "text/csv")
            .header("Import-Mapping", mapping)
            .POST(BodyPublishers.ofString(file))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private String notice(String privacy) throws IOException {
    return shop.send("GET", privacy + "/notices?language=fr", Map.of(), null)
        .body()
        .get("items")
        .valueStream()
        .filter(item -> item.get("key").asString().equals("newsletter"))
        .map(item -> item.at("/notices/0/noticeVersionId").asString())
        .findFirst()
        .orElseThrow();
  }

  private String subject(String privacy, String email) throws IOException {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    Reply found = shop.send("POST", privacy + "/subjects/search", headers, Map.of("email", email));
    return found.body().at("/items/0/subjectId").asString();
  }

  private JsonNode read(String path, long position) throws IOException {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    headers.put("Counterfoil-Min-Position", Long.toString(position));
    Reply answer = shop.send("GET", path, headers, null);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body();
  }
}
