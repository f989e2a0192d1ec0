package org.counterfoil.command.http;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.command.http.Api.Answer;

/**
 * An organisation with a venue of 40 seats in two zones and a pit, a production and a performance
 * on sale, set up through the API.
 */
final class Theatre {

  static final String PLAN =
      """
      {"name":"Salle","zones":[{"name":"STALLS","rank":1},{"name":"BALCONY"},{"name":"FLOOR"}],
       "sections":[
         {"name":"ORCH","zone":"STALLS","rows":[
           {"label":"A","rank":1,"seatRange":{"from":1,"to":10}},
           {"label":"B","rank":2,"seatRange":{"from":1,"to":10}}]},
         {"name":"BALC","zone":"BALCONY","rows":[{"label":"A","seatRange":{"from":1,"to":20}}]}],
       "areas":[{"name":"PIT","zone":"FLOOR","capacity":50}]}
      """;

  static final String PRICES =
      """
      {"STALLS":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":2500,"taxRate":"5.5"},
                 {"priceType":"COMP","name":"Invitation","faceValueMinor":0,"taxRate":"5.5",
                  "roles":["BOX_OFFICE"]}],
       "BALCONY":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":1500,"taxRate":"5.5"}],
       "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":3000,"taxRate":"2.1"}]}
      """;

  final RunningService service;
  final String organisation;
  final String boxOffice;
  final String venue;
  final String plan;
  final String production;
  final String performance;

  private static int daysAhead = 30;

  static final String INVOICING =
      """
      {"address":["4 quai du Lac","74200 Thonon-les-Bains"],"paymentDays":30,
       "iban":"FR7630006000011234567890189","latePenalty":"trois fois le taux d'intérêt légal",
       "recoveryFeeMinor":4000}
      """;

  private Theatre(RunningService service) {
    this.service = service;
    Api admin = Api.of(service).admin();
    organisation =
        admin
            .post(
                "/organisations",
                """
                {"name":"Scènes","legalName":"Scènes SCIC","country":"FR","currency":"EUR",
                 "timeZone":"Europe/Paris"}
                """)
            .expecting(201)
            .text("/organisationId");
    boxOffice = token("BOX_OFFICE");
    venue =
        admin
            .post(
                "/venues",
                """
                {"organisationId":"%s","name":"Théâtre","address":"1 place du Lac",
                 "timeZone":"Europe/Paris"}
                """
                    .formatted(organisation))
            .expecting(201)
            .text("/venueId");
    plan =
        admin
            .post("/venues/" + venue + "/seating-plans", PLAN)
            .expecting(201)
            .text("/seatingPlanId");
    production =
        admin
            .post(
                "/productions",
                """
                {"organisationId":"%s","title":"Le Cid","genre":"Théâtre"}
                """
                    .formatted(organisation))
            .expecting(201)
            .text("/productionId");
    performance = schedule().expecting(201).text("/performanceId");
    admin.post("/performances/" + performance + "/onsale", "{}").expecting(202);
  }

  /** Says what its invoices say. */
  Answer setInvoicing(String json) {
    return admin().put("/organisations/" + organisation + "/invoicing", json);
  }

  static Theatre in(RunningService service) {
    return new Theatre(service);
  }

  Api admin() {
    return Api.of(service).admin();
  }

  Api staff() {
    return Api.of(service).as(boxOffice);
  }

  Api buyer() {
    return Api.of(service);
  }

  /** A new token of a sales channel; the label names the channel. */
  String channel(String label) {
    return Api.of(service)
        .admin()
        .post(
            "/organisations/" + organisation + "/api-tokens",
            "{\"role\":\"CHANNEL\",\"label\":\"%s\"}".formatted(label))
        .expecting(201)
        .text("/token");
  }

  /** A new token of the organisation. */
  String token(String role) {
    String end = role.equals("AUDITOR") ? ",\"validUntil\":\"2099-01-01T00:00:00Z\"" : "";
    return Api.of(service)
        .admin()
        .post(
            "/organisations/" + organisation + "/api-tokens",
            "{\"role\":\"%s\",\"label\":\"Test\"%s}".formatted(role, end))
        .expecting(201)
        .text("/token");
  }

  /** Schedules another performance on a day of its own. */
  Answer schedule() {
    Instant start = service.clock().instant().plus(Duration.ofDays(daysAhead++));
    return schedule(performanceWish(start.toString(), PRICES, ""));
  }

  Answer schedule(String wish) {
    return admin().post("/performances", wish);
  }

  String performanceWish(String startsAt, String prices, String more) {
    return """
        {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s","priceList":%s%s}
        """
        .formatted(production, venue, plan, startsAt, prices, more);
  }

  Answer hold(Api caller, String... seats) {
    return caller.post("/performances/" + performance + "/holds", seats(seats));
  }

  static String seats(String... seats) {
    return "{\"seats\":[\"" + String.join("\",\"", seats) + "\"]}";
  }

  Answer order(Api caller, Answer hold) {
    StringBuilder tickets = new StringBuilder();
    hold.json()
        .at("/seats")
        .forEach(
            seat ->
                tickets
                    .append(tickets.isEmpty() ? "" : ",")
                    .append("{\"seatId\":\"")
                    .append(seat.at("/seatId").asString())
                    .append("\",\"priceType\":\"FULL\"}"));
    return caller
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[%s]}".formatted(hold.text("/holdId"), tickets));
  }

  /** Sells seats at the counter; the answer to the payment has the tickets. */
  Answer sell(String... seats) {
    Answer order = order(staff(), hold(staff(), seats).expecting(201)).expecting(201);
    return pay(staff(), order, "CASH", order.json().at("/totalMinor").asLong()).expecting(201);
  }

  Answer pay(Api caller, Answer order, String method, long amountMinor) {
    return pay(caller, order, method, amountMinor, null);
  }

  Answer pay(Api caller, Answer order, String method, long amountMinor, String reference) {
    return caller.post(
        "/orders/" + order.text("/orderId") + "/payments",
        "{\"method\":\"%s\",\"amountMinor\":%d%s}"
            .formatted(
                method,
                amountMinor,
                reference == null ? "" : ",\"reference\":\"" + reference + "\""));
  }

  /** The order as whoever has its secret sees it. */
  Answer look(Answer order) {
    return buyer()
        .with("Order-Secret", order.text("/orderSecret"))
        .get("/orders/" + order.text("/orderId"));
  }
}
