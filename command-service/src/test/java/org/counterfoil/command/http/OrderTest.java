package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Orders and payments at the counter: what is taken, and every way in which they are refused. */
@ExtendWith(SharedService.class)
class OrderTest {

  private final Theatre theatre;

  OrderTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private Answer orderWith(Answer hold, String fields) {
    return theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post("/orders", "{\"holdId\":\"" + hold.text("/holdId") + "\"," + fields + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "tickets":[]                                                     | 400 TICKETS_DO_NOT_COVER_HOLDS
          "tickets":[{"seatId":"ORCH-B-9","priceType":"FULL"}]             | 400 TICKETS_DO_NOT_COVER_HOLDS
          "tickets":[{"seatId":"ORCH-A-1","priceType":"CHILD"}]            | 409 PRICE_TYPE_NOT_OFFERED
          "tickets":[{"seatId":"ORCH-A-1","priceType":"COMP","reasonCode":"PRESS"}] | 409 PRICE_TYPE_NOT_OFFERED
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL","reasonCode":"PRESS"}] | 400 COMP_REASON_NOT_ALLOWED
          "tickets":[{"seatId":"ORCH-A-1","area":"PIT","priceType":"FULL"}] | 400 INVALID_REQUEST
          "tickets":[{"priceType":"FULL"}]                                 | 400 INVALID_REQUEST
          "tickets":[{"seatId":"ORCH-A-1","quantity":2,"priceType":"FULL"}] | 400 INVALID_REQUEST
          "tickets":[{"area":"PIT","quantity":2000000,"priceType":"FULL"}] | 400 INVALID_REQUEST
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL","holder":{"name":"A. N. Other","notice":"00000000-0000-7000-8000-000000000000"}}] | 409 PURPOSE_NOT_DECLARED
          "tickets":[],"buyer":{"email":"someone@example.org"}             | 400 PERSONAL_DATA_NOT_TAKEN
          "tickets":[],"captures":{"email":{}}                             | 400 INVALID_REQUEST
          "tickets":[],"consents":[{"purpose":"newsletter","given":true,"notice":"00000000-0000-7000-8000-000000000000"}] | 409 PURPOSE_NOT_DECLARED
          "tickets":[],"lines":[{"product":"PASS","amountMinor":5000}]     | 400 INVALID_REQUEST
          "tickets":[],"lines":[{"product":"FEE","fee":"X","pass":"TEN"}]  | 400 INVALID_REQUEST
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL"}],"lines":[{"product":"PASS","pass":"TEN"}] | 409 PASS_NOT_OFFERED
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL"}],"lines":[{"product":"VOUCHER","amountMinor":1000001}] | 400 INVALID_VOUCHER
          "tickets":[],"lines":[{"product":"DONATION"}]                    | 400 INVALID_REQUEST
          "tickets":[],"lines":[{"product":"FEE"}]                         | 400 INVALID_REQUEST
          "tickets":[],"lines":[{"product":"FEE","fee":"X","amountMinor":1}] | 400 INVALID_REQUEST
          "tickets":[],"lines":[{"product":"DONATION","fee":"X","amountMinor":1}] | 400 INVALID_REQUEST
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL"}],"lines":[{"product":"FEE","fee":"LEVY"}] | 409 FEE_NOT_OFFERED
          "tickets":[{"seatId":"ORCH-A-1","priceType":"FULL"}],"lines":[{"product":"DONATION","amountMinor":-1}] | 400 INVALID_DONATION
          "tickets":[],"holds":[]                                          | 400 TICKETS_DO_NOT_COVER_HOLDS
          "surname":"Other"                                                | 400 INVALID_REQUEST
          """)
  void whatDoesNotMakeAnOrderIsRefusedClearly(String fields, String outcome) {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);

    Answer refused = orderWith(hold, fields);

    assertThat(refused.outcome()).isEqualTo(outcome);
    assertThat(refused.body()).doesNotContain("A. N. Other", "someone");
    if (outcome.contains("PERSONAL_DATA")) {
      assertThat(refused.text("/violations/0/field")).isEqualTo("buyer.email");
    }
  }

  @Test
  void severalHoldsAreOneOrder_whoseTicketsCoverAllOfThem() {
    Answer one = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    Answer pit =
        theatre
            .buyer()
            .post(
                "/performances/" + theatre.performance + "/holds",
                "{\"area\":\"PIT\",\"quantity\":2}")
            .expecting(201);
    String other = theatre.schedule().expecting(201).text("/performanceId");
    theatre.admin().post("/performances/" + other + "/onsale", "{}").expecting(202);
    Answer elsewhere =
        theatre
            .buyer()
            .post("/performances/" + other + "/holds", Theatre.seats("ORCH-A-1"))
            .expecting(201);

    String tickets =
        "\"tickets\":[{\"seatId\":\"ORCH-A-1\",\"priceType\":\"FULL\"},{\"area\":\"PIT\",\"quantity\":2,\"priceType\":\"FULL\"}]";
    assertThat(holds(tickets, one, elsewhere).outcome())
        .isEqualTo("400 TICKETS_DO_NOT_COVER_HOLDS");
    assertThat(holds(tickets, one, one).outcome()).isEqualTo("400 HOLD_REPEATED");
    Answer order = holds(tickets, one, pit).expecting(201);
    assertThat(order.json().at("/totalMinor").asLong()).isEqualTo(2_500 + 2 * 3_000);
    assertThat(holds(tickets, one, pit).outcome()).isEqualTo("409 HOLD_ORDERED");
  }

  private Answer holds(String tickets, Answer one, Answer other) {
    return theatre
        .buyer()
        .post(
            "/orders",
            "{\"holds\":[{\"holdId\":\"%s\",\"holdSecret\":\"%s\"},{\"holdId\":\"%s\",\"holdSecret\":\"%s\"}],%s}"
                .formatted(
                    one.text("/holdId"),
                    one.text("/holdSecret"),
                    other.text("/holdId"),
                    other.text("/holdSecret"),
                    tickets));
  }

  @Test
  void everyHoldOfAnOrderNeedsItsSecret() {
    Answer mine = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    Answer theirs = theatre.hold(theatre.buyer(), "ORCH-A-2").expecting(201);
    String body =
        "{\"holds\":[{\"holdId\":\"%s\",\"holdSecret\":\"%s\"},{\"holdId\":\"%s\",\"holdSecret\":\"guess\"}],\"tickets\":[]}"
            .formatted(mine.text("/holdId"), mine.text("/holdSecret"), theirs.text("/holdId"));

    assertThat(theatre.buyer().post("/orders", body).outcome()).isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void anEndedHoldIsGone() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);

    assertThat(theatre.order(theatre.buyer(), hold).outcome()).isEqualTo("410 HOLD_RELEASED");
  }

  @Test
  void everybodyIsOfferedWhatIsForThem_andRefusedTheRest() {
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/price-list",
            "{\"priceList\":" + Theatre.PRICES.replace("\"STALLS\":[", PRICE_TYPES) + "}")
        .expecting(200);
    Api agent = Api.of(theatre.service).as(theatre.channel("AGENCY"));

    assertThat(offeredAndOrdered(theatre.buyer(), "ORCH-A-1")).isEqualTo("FULL FEW");
    assertThat(offeredAndOrdered(agent, "ORCH-A-2")).isEqualTo("FULL FEW AGENCY");
    assertThat(offeredAndOrdered(theatre.staff(), "ORCH-A-3")).isEqualTo("FULL MEMBER COMP FEW");
  }

  private static final String PRICE_TYPES =
      """
      "STALLS":[
       {"priceType":"MEMBER","name":"Adhérent","faceValueMinor":1800,"taxRate":"5.5","roles":["BOX_OFFICE"]},
       {"priceType":"FEW","name":"Dernières","faceValueMinor":900,"taxRate":"5.5","quota":0},
       {"priceType":"AGENCY","name":"Agence","faceValueMinor":2000,"taxRate":"5.5","channels":["AGENCY"]},
       {"priceType":"LATER","name":"Plus tard","faceValueMinor":500,"taxRate":"5.5","from":"2099-01-01T00:00:00Z"},
       {"priceType":"EARLY","name":"Plus tôt","faceValueMinor":500,"taxRate":"5.5","until":"2001-01-01T00:00:00Z"},
      """;

  /** What a hold says is offered; each price type is ordered, and refused unless it was offered. */
  private String offeredAndOrdered(Api caller, String seat) {
    Answer hold = theatre.hold(caller, seat).expecting(201);
    List<String> offered = new ArrayList<>();
    for (String type :
        List.of("FULL", "MEMBER", "COMP", "FEW", "AGENCY", "LATER", "EARLY", "NONE")) {
      boolean isOffered = false;
      for (JsonNode offer : hold.json().at("/offers/STALLS")) {
        isOffered |= offer.at("/priceType").asString().equals(type);
      }
      if (isOffered) {
        offered.add(type);
      }
      // Nobody is sold one, so that the next can be tried: a reason where none is allowed, and none
      // where one is required, are refused after the price type.
      String order =
          "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"%s\",\"priceType\":\"%s\"%s}]}"
              .formatted(
                  hold.text("/holdId"),
                  seat,
                  type,
                  type.equals("COMP") ? "" : ",\"reasonCode\":\"PRESS\"");
      assertThat(
              caller.with("Hold-Secret", hold.text("/holdSecret")).post("/orders", order).outcome())
          .as("%s asked for by who has %s", type, seat)
          .isEqualTo(
              !isOffered
                  ? "409 PRICE_TYPE_NOT_OFFERED"
                  : type.equals("COMP")
                      ? "400 COMP_REASON_REQUIRED"
                      : "400 COMP_REASON_NOT_ALLOWED");
    }
    return String.join(" ", offered);
  }

  @Test
  void aQuotaOfNothingSellsNothing_butTheNextPriceIsSold() {
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/price-list",
            "{\"priceList\":" + Theatre.PRICES.replace("\"STALLS\":[", PRICE_TYPES) + "}")
        .expecting(200);
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);

    Answer few = orderWith(hold, "\"tickets\":[{\"seatId\":\"ORCH-A-1\",\"priceType\":\"FEW\"}]");

    assertThat(few.outcome()).isEqualTo("409 QUOTA_REACHED");
    orderWith(hold, "\"tickets\":[{\"seatId\":\"ORCH-A-1\",\"priceType\":\"FULL\"}]")
        .expecting(201);
  }

  @Test
  void aFreeTicketIsIssuedAtOnce() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    assertThat(comp(hold, "").outcome()).isEqualTo("400 COMP_REASON_REQUIRED");

    Answer order = comp(hold, ",\"reasonCode\":\"PRESS\"").expecting(201);

    assertThat(order.json().at("/totalMinor").asLong()).isZero();
    assertThat(order.json().at("/tickets")).hasSize(1);
    assertThat(order.text("/tickets/0/code")).hasSize(144);
  }

  private Answer comp(Answer hold, String reason) {
    return theatre
        .staff()
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-1\",\"priceType\":\"COMP\"%s}]}"
                .formatted(hold.text("/holdId"), reason));
  }

  @Test
  void paymentsAreRefusedClearly() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));

    assertThat(theatre.pay(theatre.buyer(), order, "CARD", 2_500).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(
            theatre
                .pay(theatre.buyer().with("Order-Secret", "guess"), order, "CARD", 2_500)
                .outcome())
        .isEqualTo("403 ACCESS_DENIED");
    assertThat(theatre.pay(buyer, order, "CASH", 2_500).outcome())
        .isEqualTo("403 METHOD_NEEDS_ROLE");
    assertThat(theatre.pay(buyer, order, "VOUCHER", 2_500).outcome())
        .as("no code")
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(theatre.pay(buyer, order, "CARD", 2_501).outcome()).isEqualTo("409 OVERPAYMENT");
    assertThat(theatre.pay(buyer, order, "CARD", 0).outcome()).isEqualTo("400 AMOUNT_NOT_POSITIVE");
    assertThat(theatre.pay(theatre.staff(), order, "CASH", -5).outcome())
        .isEqualTo("400 AMOUNT_NOT_POSITIVE");
    assertThat(theatre.pay(theatre.staff(), order, "CASH", Long.MAX_VALUE).outcome())
        .isEqualTo("409 OVERPAYMENT");
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 2_500, "no spaces").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(theatre.pay(theatre.staff(), order, "MANDATE", 2_500).outcome())
        .isEqualTo("409 METHOD_NOT_ACCEPTED");
    assertThat(
            buyer
                .post(
                    "/orders/" + order.text("/orderId") + "/payments",
                    "{\"method\":\"CARD\",\"provider\":\"nobody\",\"amountMinor\":2500}")
                .outcome())
        .isEqualTo("400 UNKNOWN_PROVIDER");
    assertThat(theatre.staff().get("/orders/00000000-0000-7000-8000-000000000000").outcome())
        .isEqualTo("404 UNKNOWN_ORDER");
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 1).outcome())
        .isEqualTo("409 OVERPAYMENT");
  }

  @Test
  void theOrganisationSaysHowItIsPaid() {
    String methods =
        "{\"methods\":[{\"method\":\"MANDATE\",\"account\":\"467\"},{\"method\":\"CASH\",\"account\":\"531\"}]}";
    String path = "/organisations/" + theatre.organisation + "/payment-methods";
    Answer set = theatre.admin().put(path, methods).expecting(200);
    assertThat(theatre.admin().put(path, methods).expecting(200).body()).isEqualTo(set.body());
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);

    assertThat(theatre.pay(theatre.staff(), order, "CHEQUE", 2_500).outcome())
        .isEqualTo("409 METHOD_NOT_ACCEPTED");
    theatre.pay(theatre.staff(), order, "MANDATE", 2_500).expecting(201);
    assertThat(
            theatre
                .admin()
                .put(
                    path,
                    "{\"methods\":[{\"method\":\"CASH\",\"account\":\"531\"},{\"method\":\"CASH\",\"account\":\"532\"}]}")
                .outcome())
        .isEqualTo("400 PAYMENT_METHOD_REPEATED");
  }

  @Test
  void aPlacedHoldKeepsItsPrices() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/price-list",
            "{\"priceList\":" + Theatre.PRICES.replace("2500", "9900") + "}")
        .expecting(200);

    assertThat(theatre.order(theatre.buyer(), hold).json().at("/totalMinor").asLong())
        .isEqualTo(2_500);
    Answer later = theatre.hold(theatre.buyer(), "ORCH-A-2").expecting(201);
    assertThat(later.json().at("/offers/STALLS/0/faceValueMinor").asLong()).isEqualTo(9_900);
  }
}
