package org.counterfoil.standalone;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import tools.jackson.databind.JsonNode;

/** Buyers who say where their tickets are to be sent. */
final class TellingBuyers {

  private final Shop shop;
  private final String notice;

  private TellingBuyers(Shop shop, String notice) {
    this.shop = shop;
    this.notice = notice;
  }

  /** Of an organisation, which declares what is built in. */
  static TellingBuyers of(Shop shop, String organisation) throws IOException {
    String privacy = "/privacy/" + organisation;
    shop.post(privacy + "/defaults", Map.of());
    for (JsonNode item :
        shop.send("GET", privacy + "/notices?language=fr", Map.of(), null).body().get("items")) {
      if (item.at("/key").asString().equals("ticket-delivery")) {
        return new TellingBuyers(shop, item.at("/notices/0/noticeVersionId").asString());
      }
    }
    throw new AssertionError("Expected a notice of ticket-delivery, but there is none");
  }

  /** An order of a seat, with an address. */
  Reply order(String performance, int seat, String email) throws IOException {
    Reply hold = shop.hold(performance, seat);
    Reply order =
        shop.send(
            "POST",
            "/orders",
            Map.of("Hold-Secret", hold.body().get("holdSecret").asString()),
            Map.of(
                "holdId",
                hold.body().get("holdId").asString(),
                "tickets",
                List.of(Map.of("seatId", "ORCH-A-" + seat, "priceType", "FULL")),
                "buyer",
                Map.of("email", email),
                "captures",
                Map.of("email", Map.of("purpose", "ticket-delivery", "notice", notice))));
    if (order.status() != 201) {
      throw new AssertionError("Expected an order, but got " + order.body());
    }
    return order;
  }
}
