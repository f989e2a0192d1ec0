package org.counterfoil.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop that uses the HTTP contract: sets up one small hall, sells its seats, asks for numbers.
 */
final class Shop {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;

  Shop(int port) {
    this.base = "http://127.0.0.1:" + port + "/api/v1";
  }

  /** An answer as it came. */
  record Reply(int status, JsonNode body, long position) {}

  /** An organisation, a hall with this many seats in a row, a performance on sale; its id. */
  String openPerformance(int seats) {
    return openPerformance(seats, 0);
  }

  /** The same, with places to stand as well. */
  String openPerformance(int seats, int standing) {
    String organisation =
        text(
            post(
                "/organisations",
                Map.of(
                    "name",
                    "Salle",
                    "legalName",
                    "Salle",
                    "country",
                    "FR",
                    "currency",
                    "EUR",
                    "timeZone",
                    "Europe/Paris")),
            "organisationId");
    String venue =
        text(
            post(
                "/venues",
                Map.of(
                    "organisationId",
                    organisation,
                    "name",
                    "Salle",
                    "address",
                    "1 rue de la Paix",
                    "timeZone",
                    "Europe/Paris")),
            "venueId");
    Map<String, Object> row = Map.of("label", "A", "seatRange", Map.of("from", 1, "to", seats));
    String plan =
        text(
            post(
                "/venues/" + venue + "/seating-plans",
                Map.of(
                    "name",
                    "Salle",
                    "zones",
                    List.of(Map.of("name", "STALLS", "rank", 1), Map.of("name", "FLOOR")),
                    "sections",
                    List.of(Map.of("name", "ORCH", "zone", "STALLS", "rows", List.of(row))),
                    "areas",
                    standing == 0 ? List.of() : List.of(pit(standing)))),
            "seatingPlanId");
    String production =
        text(
            post(
                "/productions",
                Map.of("organisationId", organisation, "title", "La Mouette", "genre", "Théâtre")),
            "productionId");
    Map<String, Object> full =
        Map.of(
            "priceType", "FULL", "name", "Plein tarif", "faceValueMinor", 2_500, "taxRate", "5.5");
    Map<String, Object> performance = new LinkedHashMap<>();
    performance.put("productionId", production);
    performance.put("venueId", venue);
    performance.put("seatingPlanId", plan);
    performance.put("startsAt", "2031-03-14T19:30:00Z");
    performance.put("priceList", Map.of("STALLS", List.of(full), "FLOOR", List.of(full)));
    String id = text(post("/performances", performance), "performanceId");
    post("/performances/" + id + "/onsale", Map.of());
    return id;
  }

  private static Map<String, Object> pit(int capacity) {
    return Map.of("name", "PIT", "zone", "FLOOR", "capacity", capacity);
  }

  Reply hold(String performance, int seat) throws IOException {
    return send(
        "POST",
        "/performances/" + performance + "/holds",
        Map.of(),
        Map.of("seats", List.of("ORCH-A-" + seat)));
  }

  /** Holds, orders and pays in cash. */
  Reply sell(String performance, int seat) throws IOException {
    Reply order = order(performance, seat);
    return order.status() == 201 ? pay(order.body().get("orderId").asString()) : order;
  }

  /** Holds and orders. */
  Reply order(String performance, int seat) throws IOException {
    Reply hold = hold(performance, seat);
    if (hold.status() != 201) {
      return hold;
    }
    return send(
        "POST",
        "/orders",
        Map.of("Hold-Secret", hold.body().get("holdSecret").asString()),
        Map.of(
            "holdId", hold.body().get("holdId").asString(),
            "tickets", List.of(Map.of("seatId", "ORCH-A-" + seat, "priceType", "FULL"))));
  }

  /** Pays an order of one ticket in cash. */
  Reply pay(String order) throws IOException {
    return send(
        "POST",
        "/orders/" + order + "/payments",
        bearer(),
        Map.of("method", "CASH", "amountMinor", 2_500));
  }

  /** Who sells the performance. */
  String organisationOf(String performance) {
    return text(get("/performances/" + performance + "/offers"), "organisationId");
  }

  /** A voucher for one ticket, sold alone and paid in cash; its code, or none where that failed. */
  @Nullable String sellVoucher(String organisation) throws IOException {
    Map<String, Object> line = Map.of("product", "VOUCHER", "amountMinor", 2_500);
    Reply order =
        send(
            "POST",
            "/orders",
            bearer(),
            Map.of("organisationId", organisation, "lines", List.of(line)));
    if (order.status() != 201 || pay(text(order.body(), "orderId")).status() != 201) {
      return null;
    }
    Reply paid = send("GET", "/orders/" + text(order.body(), "orderId"), bearer(), null);
    return paid.status() == 200 ? paid.body().at("/lines/0/voucherCode").asString() : null;
  }

  /** Pays an order of one ticket with a voucher. */
  Reply pay(String order, String voucherCode) throws IOException {
    return send(
        "POST",
        "/orders/" + order + "/payments",
        bearer(),
        Map.of("method", "VOUCHER", "amountMinor", 2_500, "voucherCode", voucherCode));
  }

  /** What is left of a voucher. */
  long balance(String voucherCode) {
    return post("/vouchers/state", Map.of("voucherCode", voucherCode)).get("balanceMinor").asLong();
  }

  /** A link by which somebody with the role logs in, once; without the host. */
  String loginLink(String organisation, String role) {
    return text(
        post("/organisations/" + organisation + "/login-links", Map.of("role", role)), "loginLink");
  }

  /** A query that waits until the position is reflected. */
  JsonNode get(String path, long minPosition) {
    try {
      Map<String, String> headers = new LinkedHashMap<>(bearer());
      headers.put("Counterfoil-Min-Position", Long.toString(minPosition));
      return succeeded(send("GET", path, headers, null)).body();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** An answer that is no JSON. */
  String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + RunningProcess.TOKEN)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Expected success, but got " + answer.body());
    }
    return answer.body();
  }

  JsonNode get(String path) {
    return get(path, 0);
  }

  JsonNode post(String path, Map<String, ?> body) {
    try {
      return succeeded(send("POST", path, bearer(), body)).body();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  Reply send(String method, String path, Map<String, String> headers, @Nullable Object body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    headers.forEach(request::header);
    return reply(request.build());
  }

  private Reply reply(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      String text = answer.body();
      return new Reply(
          answer.statusCode(),
          text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text),
          answer.headers().firstValueAsLong("Counterfoil-Position").orElse(-1));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  /** Sends a file as it is. */
  Reply upload(String path, Map<String, String> headers, String contentType, String text)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(text));
    headers.forEach(request::header);
    return reply(request.build());
  }

  static Map<String, String> bearer() {
    return Map.of("Authorization", "Bearer " + RunningProcess.TOKEN);
  }

  private static Reply succeeded(Reply reply) {
    if (reply.status() >= 300) {
      throw new IllegalStateException("Expected success, but got " + reply);
    }
    return reply;
  }

  private static String text(JsonNode body, String field) {
    return body.get(field).asString();
  }
}
