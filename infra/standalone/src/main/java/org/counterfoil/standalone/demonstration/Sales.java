package org.counterfoil.standalone.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sells: hold, order, payment; some holds are given back, some tickets are free. */
final class Sales {

  private final Api api;
  private final Random random;
  private final Doors doors;

  Sales(Api api, Random random, Doors doors) {
    this.api = api;
    this.random = random;
    this.doors = doors;
  }

  /** One buyer's visit. */
  void visit(Showing showing) {
    boolean isWeb = random.nextInt(100) < 70;
    String token = isWeb ? showing.seller().webToken() : showing.seller().counterToken();
    int count = groupSize();
    boolean isArea = showing.area() != null && random.nextInt(100) < 75;
    List<String> seats = isArea ? null : showing.house().take(count, random);
    if (!isArea && seats == null) {
      return;
    }
    Map<String, Object> wish =
        seats == null
            ? Map.of("area", String.valueOf(showing.area()), "quantity", count)
            : Map.of("seats", seats);
    JsonNode hold = api.post("/performances/" + showing.performanceId() + "/holds", token, wish);
    if (random.nextInt(100) < 6) {
      api.send(
          "DELETE",
          "/holds/" + hold.get("holdId").asString(),
          Map.of("Hold-Secret", hold.get("holdSecret").asString()),
          Map.of());
      return;
    }
    boolean isComp = !isWeb && random.nextInt(100) < 7;
    JsonNode order = order(hold, token, seats, showing.area(), count, isComp);
    doors.sold(showing, isComp ? order : pay(showing, order, isWeb));
  }

  /** two places at the counter; answers what was taken, in minor units. */
  long sellForCash(Showing showing) {
    String token = showing.seller().counterToken();
    List<String> seats = showing.house().take(2, random);
    if (seats == null) {
      return 0;
    }
    JsonNode hold =
        api.post(
            "/performances/" + showing.performanceId() + "/holds", token, Map.of("seats", seats));
    JsonNode order = order(hold, token, seats, null, seats.size(), false);
    long total = order.get("totalMinor").asLong();
    doors.sold(
        showing,
        api.post(
            "/orders/" + order.get("orderId").asString() + "/payments",
            token,
            Map.of("method", "CASH", "amountMinor", total)));
    return total;
  }

  private JsonNode pay(Showing showing, JsonNode order, boolean isWeb) {
    return api.post(
        "/orders/" + order.get("orderId").asString() + "/payments",
        showing.seller().counterToken(),
        Map.of(
            "method",
            isWeb || random.nextBoolean() ? "CARD" : "CASH",
            "amountMinor",
            order.get("totalMinor").asLong()));
  }

  private JsonNode order(
      JsonNode hold,
      String token,
      @Nullable List<String> seats,
      @Nullable String area,
      int count,
      boolean isComp) {
    List<Map<String, Object>> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String priceType = isComp ? "COMP" : priceType();
      Map<String, Object> ticket =
          seats == null
              ? Map.of("area", String.valueOf(area), "quantity", 1, "priceType", priceType)
              : Map.of("seatId", seats.get(i), "priceType", priceType);
      if (isComp) {
        ticket = new HashMap<>(ticket);
        ticket.put("reasonCode", random.nextBoolean() ? "PRESS" : "ARTIST");
      }
      tickets.add(ticket);
    }
    return api.send(
        "POST",
        "/orders",
        Map.of(
            "Authorization", "Bearer " + token, "Hold-Secret", hold.get("holdSecret").asString()),
        Map.of("holdId", hold.get("holdId").asString(), "tickets", tickets));
  }

  /** Groups as they come to theatres: mostly couples. */
  private int groupSize() {
    int dice = random.nextInt(100);
    if (dice < 18) {
      return 1;
    }
    if (dice < 65) {
      return 2;
    }
    if (dice < 77) {
      return 3;
    }
    return dice < 96 ? 4 : 5;
  }

  private String priceType() {
    int dice = random.nextInt(100);
    if (dice < 60) {
      return "FULL";
    }
    return dice < 80 ? "REDUCED" : "YOUNG";
  }
}
