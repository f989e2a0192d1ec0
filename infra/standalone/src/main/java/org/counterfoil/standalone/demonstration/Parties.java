package org.counterfoil.standalone.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** A school comes: places kept for it, tickets on account, an invoice, two pupils who fall ill. */
final class Parties {

  private static final int PUPILS = 5;

  private final Api api;
  private final String admin;
  private final Random random;

  Parties(Api api, String admin, Random random) {
    this.api = api;
    this.admin = admin;
    this.random = random;
  }

  void comeTo(Showing showing) {
    List<String> seats = showing.house().take(PUPILS, random);
    if (seats == null) {
      return;
    }
    JsonNode kept =
        api.post(
            "/reservations",
            admin,
            Map.of(
                "performanceId",
                showing.performanceId(),
                "seats",
                seats,
                "optionUntil",
                showing.startsAt().minus(Duration.ofDays(1)).toString()));
    JsonNode order =
        api.post(
            "/orders",
            admin,
            Map.of(
                "holdId",
                kept.get("holdId").asString(),
                "tickets",
                seats.stream().map(seat -> Map.of("seatId", seat, "priceType", "YOUNG")).toList()));
    String path = "/orders/" + order.get("orderId").asString();
    JsonNode tickets = api.post(path + "/account", admin, Map.of()).get("tickets");
    api.post(path + "/invoice", admin, Map.of("reference", "BC-2026-114"));
    api.post(
        path + "/refunds",
        admin,
        Map.of(
            "ticketIds",
            List.of(
                tickets.get(0).get("ticketId").asString(),
                tickets.get(1).get("ticketId").asString()),
            "to",
            "ORIGINAL",
            "reasonCode",
            "ILLNESS"));
  }
}
