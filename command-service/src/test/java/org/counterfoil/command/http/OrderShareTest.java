package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An order is its buyer's: who holds a ticket of it, or is let in with it, has no more of it. */
@ExtendWith(SharedService.class)
class OrderShareTest {

  private static final String BUYER = "buyer@example.org";

  private final Theatre theatre;
  private final Visitors visitors;
  private final Answer order;
  private final Answer paid;

  OrderShareTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    this.order =
        theatre
            .buyer()
            .with("Hold-Secret", hold.text("/holdSecret"))
            .post(
                "/orders",
                """
                {"holdId":"%s","tickets":[
                  {"seatId":"ORCH-A-1","priceType":"FULL"},
                  {"seatId":"ORCH-A-2","priceType":"FULL",
                   "holder":{"name":"Zoe Holder","notice":"%s"}}]%s}
                """
                    .formatted(
                        hold.text("/holdId"),
                        visitors.notice("nominative-sport"),
                        visitors.delivered(BUYER, "")))
            .expecting(201);
    this.paid = theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
  }

  private String guest(String about) {
    return theatre
        .staff()
        .post(
            "/performances/" + theatre.performance + "/guest-list",
            "{\"name\":\"Guy Guest\",%s,\"notice\":\"%s\",\"purpose\":\"guest-list\"}"
                .formatted(about, visitors.notice("guest-list")))
        .expecting(201)
        .text("/subjectId");
  }

  private String named(String name) {
    return visitors
        .officer()
        .with("Disclosure-Reason", "ACCESS_REQUEST")
        .post(visitors.path("/subjects/search"), "{\"name\":\"%s\"}".formatted(name))
        .expecting(200)
        .text("/items/0/subjectId");
  }

  private JsonNode exported(String subject) {
    return visitors.export(subject).expecting(200).json().at("/orders");
  }

  private static void assertWithoutMoney(JsonNode share) {
    assertThat(share.at("/payments")).isEmpty();
    assertThat(share.has("totalMinor")).isFalse();
    assertThat(share.has("refundedMinor")).isFalse();
  }

  @Test
  void aHolderHasItsTicketAndNothingElseOfTheOrder() {
    JsonNode orders = exported(named("Zoe Holder"));

    assertThat(orders).hasSize(1);
    assertThat(orders.at("/0/role").asString()).isEqualTo("HOLDER");
    assertThat(orders.at("/0/tickets")).hasSize(1);
    assertThat(orders.at("/0/tickets/0/seatId").asString()).isEqualTo("ORCH-A-2");
    assertWithoutMoney(orders.at("/0"));
  }

  @Test
  void aGuestHasTheTicketsThatLetItIn_withoutWhatWasPaid() {
    String order = "\"orderId\":\"%s\"".formatted(this.order.text("/orderId"));
    String ofAll = guest(order);
    String ofOne = guest("\"ticketId\":\"%s\"".formatted(paid.text("/tickets/0/ticketId")));

    assertThat(exported(ofAll).at("/0/role").asString()).isEqualTo("GUEST");
    assertThat(exported(ofAll).at("/0/tickets")).hasSize(2);
    assertWithoutMoney(exported(ofAll).at("/0"));
    assertThat(exported(ofOne).at("/0/tickets")).hasSize(1);
    String page =
        visitors
            .officer()
            .with("Accept", "text/html")
            .with("Accept-Language", "fr")
            .get(visitors.path("/subjects/" + ofAll + "/export?reason=ACCESS_REQUEST"))
            .expecting(200)
            .body();
    assertThat(page).contains("dont ces billets vous font entrer").doesNotContain("Espèces");
  }

  /** The twin: the buyer has all of it, also where it is a holder as well. */
  @Test
  void theBuyerHasTheWholeOrder_onceWhateverElseItIs() {
    String buyer = visitors.subject(BUYER);
    visitors
        .officer()
        .post(
            visitors.path("/subjects/merge"),
            "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}".formatted(buyer, named("Zoe Holder")))
        .expecting(200);

    JsonNode orders = exported(buyer);

    assertThat(orders).hasSize(1);
    assertThat(orders.at("/0/role").asString()).isEqualTo("BUYER");
    assertThat(orders.at("/0/tickets")).hasSize(2);
    assertThat(orders.at("/0/totalMinor").asLong()).isEqualTo(5_000);
    assertThat(orders.at("/0/payments/0/amountMinor").asLong()).isEqualTo(5_000);
  }

  /** Neither a guest nor a holder is read, put right or erased by the secret of the order. */
  @Test
  void theOrdersSecretReachesItsBuyerAlone() {
    String guest = guest("\"orderId\":\"%s\"".formatted(order.text("/orderId")));
    Api holder = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    String told = "/orders/" + order.text("/orderId") + "/personal-data";

    JsonNode own = holder.get(told).expecting(200).json();
    assertThat(own.at("/values")).hasSize(1);
    assertThat(own.at("/values/0/value").asString()).isEqualTo(BUYER);
    assertThat(holder.patch(told, "{\"values\":{\"name\":\"Nobody\"}}").outcome())
        .isEqualTo("409 NEVER_CAPTURED");
    holder.post(told + "/erasure", "{}").expecting(200);

    assertThat(visitors.export(guest).expecting(200).body()).contains("Guy Guest");
    assertThat(visitors.export(named("Zoe Holder")).expecting(200).body()).contains("Zoe Holder");
    assertThat(visitors.search(BUYER).expecting(200).json().at("/items")).isEmpty();
  }
}
