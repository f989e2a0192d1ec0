package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a client sends, it gets an answer that says what was wrong, and never a 500. */
@ExtendWith(SharedService.class)
class MalformedTest {

  private static final int ROUNDS = Integer.getInteger("counterfoil.malformed.rounds", 480);

  private static final List<String> STRANGE =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e308",
          "9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"${hold-secret:00000000-0000-7000-8000-000000000000}\"",
          "\"" + "x".repeat(5_000) + "\"",
          "\"2026-13-45T99:00:00Z\"",
          "\"+999999999-12-31T23:59:59.999999999Z\"",
          "\"-999999999-01-01T00:00:00Z\"",
          "\"XXX\"",
          "[]",
          "{}",
          "[[[[[[[[[[]]]]]]]]]]",
          "{\"a\":{\"b\":{}}}");

  private final Theatre theatre;

  MalformedTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private Map<String, String> requests() {
    String organisation = theatre.organisation;
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order =
        theatre
            .order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201))
            .expecting(201);
    return Map.ofEntries(
        Map.entry(
            "POST /organisations",
            """
            {"name":"A","legalName":"A","country":"FR","currency":"EUR","timeZone":"Europe/Paris",
             "siren":"732829320","fiscalYearStart":"01-01","dayEndsAt":"00:00"}
            """),
        Map.entry(
            "POST /organisations/" + organisation + "/api-tokens",
            "{\"role\":\"ADMIN\",\"label\":\"L\",\"validUntil\":\"2099-01-01T00:00:00Z\"}"),
        Map.entry(
            "POST /organisations/" + organisation + "/login-links",
            "{\"role\":\"ADMIN\",\"validUntil\":\"2099-01-01T00:00:00Z\"}"),
        Map.entry(
            "PUT /organisations/" + organisation + "/payment-methods",
            "{\"methods\":[{\"method\":\"CASH\",\"account\":\"531\"}]}"),
        Map.entry("POST /networks", "{\"name\":\"N\"}"),
        Map.entry(
            "POST /venues",
            "{\"organisationId\":\"%s\",\"name\":\"V\",\"address\":\"A\",\"timeZone\":\"Europe/Paris\",\"sharedWithNetwork\":true}"
                .formatted(organisation)),
        Map.entry("POST /venues/" + theatre.venue + "/seating-plans", Theatre.PLAN),
        Map.entry(
            "POST /seasons", "{\"organisationId\":\"%s\",\"title\":\"S\"}".formatted(organisation)),
        Map.entry(
            "POST /productions",
            "{\"organisationId\":\"%s\",\"title\":\"P\",\"genre\":\"G\",\"taxCategory\":\"T\"}"
                .formatted(organisation)),
        Map.entry(
            "POST /performances",
            theatre.performanceWish(
                "2031-01-01T19:00:00Z",
                Theatre.PRICES,
                ",\"endsAt\":\"2031-01-01T22:00:00Z\",\"confirmOverlap\":true,\"rules\":{\"holdSeconds\":480,\"maxSeatsPerHold\":10,\"maxSeatsPerBuyer\":10,\"seatChoice\":\"ANY\",\"refuseOrphanSeats\":false}")),
        Map.entry(
            "POST /performances/" + theatre.performance + "/copies",
            "{\"startsAt\":[\"2032-01-01T19:00:00Z\"],\"confirmOverlap\":true}"),
        Map.entry(
            "POST /performances/" + theatre.performance + "/onsale",
            "{\"opensAt\":\"2020-01-01T00:00:00Z\",\"closesAt\":\"2030-01-01T00:00:00Z\",\"channels\":[{\"channel\":\"WEB\",\"opensAt\":\"2020-01-01T00:00:00Z\"}]}"),
        Map.entry(
            "POST /performances/" + theatre.performance + "/price-list",
            "{\"priceList\":" + Theatre.PRICES + "}"),
        Map.entry(
            "POST /performances/" + theatre.performance + "/holds",
            "{\"seats\":[\"ORCH-B-1\",\"ORCH-B-2\"],\"area\":\"PIT\",\"quantity\":1,\"channel\":\"WEB\"}"),
        Map.entry(
            "POST /orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-1\",\"priceType\":\"FULL\"},{\"area\":\"PIT\",\"quantity\":1,\"priceType\":\"COMP\",\"reasonCode\":\"PRESS\"}]}"
                .formatted(hold.text("/holdId"))),
        Map.entry(
            "POST /orders/" + order.text("/orderId") + "/payments",
            "{\"method\":\"CASH\",\"provider\":\"simulated\",\"reference\":\"R-1\",\"amountMinor\":1}"));
  }

  @Test
  void damagedBodiesAreRefusedOrTakenButNeverBreakAnything() {
    long seed = Long.getLong("counterfoil.seed", 20_261_124L);
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Map.Entry<String, String>> requests = new ArrayList<>(requests().entrySet());
    requests.sort(Map.Entry.comparingByKey());
    for (int round = 0; round < ROUNDS; round++) {
      Map.Entry<String, String> request = requests.get(round % requests.size());
      String[] route = request.getKey().split(" ");
      String body = damaged(request.getValue(), random);

      Answer answer =
          route[0].equals("PUT")
              ? theatre.admin().put(route[1], body)
              : theatre.admin().post(route[1], body);

      assertThat(answer.status())
          .as("%s with %s answered %s", request.getKey(), body, answer.body())
          .isLessThan(500);
      if (answer.status() >= 400) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/detail")).as(body).isNotBlank();
      }
    }
    theatre.buyer().get("/performances/" + theatre.performance + "/offers").expecting(200);
  }

  private static String damaged(String json, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> json.substring(0, random.nextInt(json.length()));
      case 1 -> {
        char[] letters = json.toCharArray();
        letters[random.nextInt(letters.length)] = "{}[],:\"\\0é".charAt(random.nextInt(10));
        yield new String(letters);
      }
      default -> replaced(json, random);
    };
  }

  /** The same with one value replaced, or one field added or taken away. */
  private static String replaced(String json, Random random) {
    JsonNode root = Api.JSON.readTree(json);
    List<JsonNode> holders = new ArrayList<>();
    collect(root, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    String mark = "\"@@\"";
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      names.add("unknown");
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(4) == 0) {
        object.remove(name);
      } else {
        object.put(name, "@@");
      }
    } else if (holder instanceof ArrayNode array) {
      array.add("@@");
    }
    return Api.JSON
        .writeValueAsString(root)
        .replace(mark, STRANGE.get(random.nextInt(STRANGE.size())));
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainer()) {
      holders.add(node);
      node.values().forEach(child -> collect(child, holders));
    }
  }
}
