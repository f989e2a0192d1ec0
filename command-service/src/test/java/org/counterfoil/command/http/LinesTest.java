package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Fees and donations beside tickets, on the running service. */
@ExtendWith(SharedService.class)
class LinesTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final String FEES =
      """
      ,"fees":[
        {"fee":"BOOKING","name":"Frais de réservation","amountMinor":150,"taxRate":"20",
         "basis":"TICKET","required":true,"channels":["WEB"]},
        {"fee":"DELIVERY","name":"Envoi","amountMinor":300,"taxRate":"20","basis":"ORDER",
         "account":"7085"}]
      """;

  private static final String BOTH =
      """
      {"product":"FEE","fee":"BOOKING"},{"product":"DONATION","amountMinor":1000}
      """;

  private final RunningService service;
  private final Theatre theatre;
  private final String performance;

  LinesTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    theatre.setInvoicing(Theatre.INVOICING).expecting(200);
    this.performance =
        theatre
            .schedule(
                theatre.performanceWish(
                    service.clock().instant().plus(Duration.ofDays(500)).toString(),
                    Theatre.PRICES,
                    FEES + ",\"confirmOverlap\":true"))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(performance)).findings()).isEmpty();
  }

  @Test
  void buyersSeeFeesBeforeTheyOrder_andSayYesToThem() {
    JsonNode offers = theatre.buyer().get("/performances/" + performance + "/offers").json();
    assertThat(offers.at("/fees")).hasSize(2);
    Answer hold = hold(theatre.buyer(), "ORCH-A-1", "ORCH-A-2");
    JsonNode booking = hold.json().at("/fees/0");
    assertThat(booking.at("/fee").asString()).isEqualTo("BOOKING");
    assertThat(booking.at("/amountMinor").asLong()).isEqualTo(150);
    assertThat(booking.at("/taxMinor").asLong()).isEqualTo(25);
    assertThat(booking.at("/isRequired").asBoolean()).isTrue();
    assertThat(order(theatre.buyer(), hold, "").outcome()).isEqualTo("409 FEE_REQUIRED");

    Answer order = order(theatre.buyer(), hold, BOTH).expecting(201);

    assertThat(order.json().at("/totalMinor").asLong()).isEqualTo(5_000 + 300 + 1_000);
    assertThat(order.json().at("/taxMinor").asLong()).isEqualTo(260 + 50);
    assertThat(order.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(order.json().at("/lines/1/product").asString()).isEqualTo("DONATION");
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    theatre.pay(buyer, order, "CARD", 6_300, "AUTO").expecting(201);
    await().atMost(SOON).until(() -> theatre.look(order).text("/state").equals("COMPLETED"));
  }

  @Test
  void staffMayLeaveThemOut_andAFeeOfAnotherChannelIsNotAsked() {
    JsonNode hold = hold(theatre.staff(), "ORCH-A-1").json();
    assertThat(hold.at("/fees")).as("booking is of the web").hasSize(1);
    Answer placed = hold(theatre.staff(), "ORCH-B-1");

    Answer refused = order(theatre.staff(), placed, "{\"product\":\"FEE\",\"fee\":\"BOOKING\"}");

    assertThat(refused.outcome()).isEqualTo("409 FEE_NOT_OFFERED");
    assertThat(order(theatre.staff(), placed, "").expecting(201).json().at("/totalMinor").asLong())
        .isEqualTo(2_500);
  }

  @Test
  void feesAndDonationsAreInvoiced_andCreditedWhenTheyGoBack() {
    Answer order = sold("ORCH-A-1", "ORCH-A-2");
    Answer invoice =
        theatre.staff().post("/orders/" + order.text("/orderId") + "/invoice", "{}").expecting(201);
    assertThat(invoice.json().at("/grossMinor").asLong()).isEqualTo(6_300);
    assertThat(invoice.json().at("/taxMinor").asLong()).isEqualTo(260 + 50);
    String first = theatre.look(order).text("/tickets/0/ticketId");

    refund(order, "\"ticketIds\":[\"" + first + "\"],\"fees\":true").expecting(201);

    JsonNode note =
        await()
            .atMost(SOON)
            .until(() -> theatre.look(order).json().at("/invoices/1"), it -> !it.isMissingNode());
    long back = note.at("/grossMinor").asLong();
    assertThat(back).isEqualTo(theatre.look(order).json().at("/refunds/0/amountMinor").asLong());
    assertThat(back).as("the ticket with fees").isGreaterThan(2_500);
    assertThat(note.at("/invoice").asString()).isEqualTo(invoice.text("/number"));
  }

  @Test
  void feesAreKeptOrGivenBackWithTheirTickets() {
    Answer order = sold("ORCH-A-1", "ORCH-A-2");
    JsonNode state = theatre.look(order).json();
    String first = state.at("/tickets/0/ticketId").asString();
    String second = state.at("/tickets/1/ticketId").asString();

    Answer without = refund(order, "\"ticketIds\":[\"" + first + "\"]").expecting(201);
    Answer with = refund(order, "\"ticketIds\":[\"" + second + "\"],\"fees\":true").expecting(201);

    assertThat(without.json().at("/amountMinor").asLong()).isEqualTo(2_500);
    assertThat(without.json().at("/lines")).isEmpty();
    assertThat(with.json().at("/amountMinor").asLong()).isEqualTo(2_800);
    assertThat(with.json().at("/taxMinor").asLong()).isEqualTo(130 + 50);
    assertThat(with.json().at("/lines/0/product").asString()).isEqualTo("FEE");
    assertThat(refund(order, "\"fees\":true").outcome()).isEqualTo("409 NOTHING_TO_REFUND");
    JsonNode after = theatre.look(order).json();
    assertThat(after.at("/receivedMinor").asLong()).as("the gift").isEqualTo(1_000);
    assertThat(after.at("/lines/0/refundedMinor").asLong()).isEqualTo(300);
    String gift = after.at("/lines/1/lineId").asString();
    refund(order, "\"lineIds\":[\"" + gift + "\"]").expecting(201);
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong()).isZero();
  }

  @Test
  void aCancelledPerformanceGivesFeesBack() {
    Answer order = sold("ORCH-A-1", "ORCH-A-2");

    cancelled("true");

    JsonNode state = theatre.look(order).json();
    assertThat(state.at("/refundedMinor").asLong()).isEqualTo(5_300);
    assertThat(state.at("/lines/1/refundedMinor").asLong()).as("the gift").isZero();
  }

  @Test
  void orKeepsThem() {
    Answer order = sold("ORCH-A-1", "ORCH-A-2");

    cancelled("false");

    assertThat(theatre.look(order).json().at("/refundedMinor").asLong()).isEqualTo(5_000);
  }

  @Test
  void feesStayWhenPricesChange_untilTheyAreNamed() {
    String path = "/performances/" + performance + "/price-list";
    theatre.admin().post(path, "{\"priceList\":" + Theatre.PRICES + "}").expecting(200);
    assertThat(hold(theatre.buyer(), "ORCH-A-1").json().at("/fees")).hasSize(2);
    Answer before = hold(theatre.buyer(), "ORCH-A-2");

    theatre.admin().post(path, "{\"priceList\":" + Theatre.PRICES + ",\"fees\":[]}").expecting(200);

    assertThat(hold(theatre.buyer(), "ORCH-A-3").json().at("/fees")).isEmpty();
    assertThat(order(theatre.buyer(), before, BOTH).status()).as("as offered").isEqualTo(201);
  }

  @Test
  void feesThatMakeNoSenseAreRefused() {
    List<String> outcomes = new ArrayList<>();
    for (String fees :
        List.of(
            "[{%s,\"amountMinor\":0,\"basis\":\"ORDER\"}]",
            "[{%s,\"amountMinor\":1,\"basis\":\"ORDER\"},{%s,\"amountMinor\":1,\"basis\":\"ORDER\"}]",
            "[{%s,\"amountMinor\":1,\"basis\":\"SEAT\"}]",
            "[{%s,\"amountMinor\":1,\"basis\":\"ORDER\",\"account\":\"x\"}]")) {
      String named = fees.replace("%s", "\"fee\":\"A\",\"name\":\"A\",\"taxRate\":\"20\"");
      outcomes.add(
          theatre
              .admin()
              .post(
                  "/performances/" + performance + "/price-list",
                  "{\"priceList\":" + Theatre.PRICES + ",\"fees\":" + named + "}")
              .outcome());
    }
    outcomes.add(
        theatre
            .admin()
            .post(
                "/performances/" + performance + "/price-list",
                "{\"priceList\":"
                    + Theatre.PRICES.replace(
                        "\"faceValueMinor\":2500", "\"faceValueMinor\":2500,\"feeMinor\":2501")
                    + "}")
            .outcome());

    assertThat(outcomes)
        .containsExactly(
            "400 INVALID_FEE",
            "400 FEE_REPEATED",
            "400 INVALID_REQUEST",
            "400 INVALID_REQUEST",
            "400 INVALID_PRICE");
  }

  @Test
  void aFeeInsideAPriceIsShown_andIsPartOfIt() {
    theatre
        .admin()
        .post(
            "/performances/" + performance + "/price-list",
            "{\"priceList\":"
                + Theatre.PRICES.replace(
                    "\"faceValueMinor\":2500", "\"faceValueMinor\":2500,\"feeMinor\":150")
                + ",\"fees\":[]}")
        .expecting(200);

    Answer hold = hold(theatre.buyer(), "ORCH-A-1");

    assertThat(hold.json().at("/offers/STALLS/0/feeMinor").asLong()).isEqualTo(150);
    assertThat(order(theatre.buyer(), hold, "").expecting(201).json().at("/totalMinor").asLong())
        .isEqualTo(2_500);
  }

  private Answer hold(Api caller, String... seats) {
    return caller
        .post("/performances/" + performance + "/holds", Theatre.seats(seats))
        .expecting(201);
  }

  private static Answer order(Api caller, Answer hold, String lines) {
    List<String> tickets = new ArrayList<>();
    hold.json()
        .at("/seats")
        .forEach(
            seat ->
                tickets.add(
                    "{\"seatId\":\"%s\",\"priceType\":\"FULL\"}"
                        .formatted(seat.at("/seatId").asString())));
    return caller
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[%s],\"lines\":[%s]}"
                .formatted(hold.text("/holdId"), String.join(",", tickets), lines));
  }

  /** With the booking fee and a gift; held by a buyer, paid at the counter. */
  private Answer sold(String... seats) {
    Answer order = order(theatre.buyer(), hold(theatre.buyer(), seats), BOTH).expecting(201);
    theatre
        .pay(theatre.staff(), order, "CASH", order.json().at("/totalMinor").asLong())
        .expecting(201);
    return order;
  }

  private Answer refund(Answer order, String what) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{" + what + ",\"to\":\"CASH\",\"reasonCode\":\"GOODWILL\"}");
  }

  private void cancelled(String refundFees) {
    Answer job =
        theatre
            .admin()
            .post(
                "/performances/" + performance + "/cancellation",
                "{\"reasonCode\":\"ILLNESS\",\"refundFees\":" + refundFees + "}")
            .expecting(202);
    await()
        .atMost(SOON)
        .until(
            () -> theatre.staff().get("/jobs/" + job.text("/jobId")).text("/state").equals("DONE"));
  }
}
