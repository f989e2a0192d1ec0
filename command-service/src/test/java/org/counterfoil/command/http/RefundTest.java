package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.StreamSupport;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money goes back for tickets, at the counter and through the provider. */
@ExtendWith(SharedService.class)
class RefundTest {

  private final RunningService service;
  private final Theatre theatre;

  RefundTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
  }

  /** What must always be true is true of all that was done here. */
  @AfterEach
  void theLogHolds() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void aTicketPaidInCashIsPaidBackInCash_andItsSeatIsSoldAgain() {
    Answer order = sold("CASH", "ORCH-A-1", "ORCH-A-2");
    String ticket = ticket(order, 0);

    Answer refund = refund(order, ticket, "", "ORIGINAL").expecting(201);

    assertThat(refund.json().at("/amountMinor").asLong()).isEqualTo(2_500);
    assertThat(refund.json().at("/taxMinor").asLong()).isEqualTo(130);
    assertThat(refund.text("/parts/0/method")).isEqualTo("CASH");
    assertThat(refund.json().at("/parts/0/isPaid").asBoolean()).isTrue();
    Answer state = theatre.look(order);
    assertThat(state.json().at("/receivedMinor").asLong()).isEqualTo(2_500);
    assertThat(state.json().at("/refundedMinor").asLong()).isEqualTo(2_500);
    assertThat(state.text("/voidTickets/0")).isEqualTo(ticket);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").status()).isEqualTo(201);
    assertThat(refund(order, ticket, "", "ORIGINAL").outcome()).isEqualTo("409 NOTHING_TO_REFUND");
  }

  @Test
  void partsOfAPriceAddUpToIt_andNoCentMore() {
    Answer order = sold("CASH", "ORCH-A-1");
    String ticket = ticket(order, 0);

    long tax = 0;
    for (int amount : new int[] {833, 833, 834}) {
      Answer part = refund(order, ticket, ",\"amountMinor\":" + amount, "CASH").expecting(201);
      tax += part.json().at("/taxMinor").asLong();
    }

    assertThat(tax).isEqualTo(130);
    assertThat(theatre.look(order).json().at("/voidTickets")).hasSize(1);
    assertThat(refund(order, ticket, ",\"amountMinor\":1", "CASH").outcome())
        .isEqualTo("409 NOTHING_TO_REFUND");
    assertThat(refund(sold("CASH", "ORCH-A-2"), ticket, "", "CASH").outcome())
        .isEqualTo("404 UNKNOWN_TICKET");
  }

  @Test
  void whatCannotBeGivenBackIsRefusedClearly() {
    Answer order = sold("CASH", "ORCH-A-1");
    String ticket = ticket(order, 0);
    String path = "/orders/" + order.text("/orderId") + "/refunds";

    assertThat(refund(order, ticket, ",\"amountMinor\":2501", "CASH").outcome())
        .isEqualTo("409 REFUND_EXCEEDS_PAID");
    assertThat(refund(order, ticket, ",\"amountMinor\":0", "CASH").outcome())
        .isEqualTo("400 AMOUNT_NOT_POSITIVE");
    assertThat(refund(order, ticket, "", "GOLD").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refund(order, ticket, ",\"lineIds\":[\"" + ticket + "\"]", "CASH").outcome())
        .isEqualTo("404 UNKNOWN_LINE");
    assertThat(
            theatre
                .staff()
                .post(path, "{\"ticketIds\":[],\"to\":\"CASH\",\"reasonCode\":\"GOODWILL\"}")
                .outcome())
        .isEqualTo("400 NO_TICKET_NAMED");
    assertThat(
            theatre
                .staff()
                .post(
                    path,
                    "{\"ticketIds\":[\"%s\"],\"to\":\"CASH\",\"reasonCode\":\"he was ill\"}"
                        .formatted(ticket))
                .outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(theatre.look(order).json().at("/refundedMinor").asLong()).isZero();
  }

  @Test
  void theBuyersOwnSecretGivesNothingBack() {
    Answer order = sold("CASH", "ORCH-A-1");
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));

    String path = "/orders/" + order.text("/orderId");
    String body = wish(ticket(order, 0), "", "CASH");
    assertThat(buyer.post(path + "/refunds", body).status()).isEqualTo(401);
    assertThat(buyer.post(path + "/voids", "{\"ticketIds\":[],\"reasonCode\":\"FRAUD\"}").status())
        .isEqualTo(401);
  }

  @Test
  void aRefundAskedForTwiceUnderOneKeyIsGivenOnce() {
    Answer order = sold("CASH", "ORCH-A-1");
    String ticket = ticket(order, 0);
    Api staff = theatre.staff().with("Idempotency-Key", "refund-1");
    String path = "/orders/" + order.text("/orderId") + "/refunds";

    Answer first = staff.post(path, wish(ticket, ",\"amountMinor\":500", "CASH")).expecting(201);
    Answer again = staff.post(path, wish(ticket, ",\"amountMinor\":500", "CASH")).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(theatre.look(order).json().at("/refundedMinor").asLong()).isEqualTo(500);
  }

  @Test
  void aTransferIsOwedUntilItsPaymentIsRecorded() {
    Answer order = sold("CASH", "ORCH-A-1");
    Answer refund = refund(order, ticket(order, 0), "", "TRANSFER").expecting(201);
    assertThat(refund.json().at("/parts/0/isPaid").asBoolean()).isFalse();
    String payment =
        "/orders/"
            + order.text("/orderId")
            + "/refunds/"
            + refund.text("/parts/0/refundId")
            + "/payment";
    String body = "{\"method\":\"TRANSFER\",\"reference\":\"VIR-1\"}";

    assertThat(theatre.look(order).json().at("/refunds/0/isPaid").asBoolean()).isFalse();
    theatre.staff().post(payment, body).expecting(200);
    theatre.staff().post(payment, body).expecting(200);

    assertThat(theatre.look(order).json().at("/refunds/0/isPaid").asBoolean()).isTrue();
    String unknown = payment.replace(refund.text("/parts/0/refundId"), order.text("/orderId"));
    assertThat(theatre.staff().post(unknown, body).outcome()).isEqualTo("404 UNKNOWN_REFUND");
  }

  @Test
  void whatWasPaidThroughTheProviderIsFollowedUntilItIsBack_aPartAsWell() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    theatre.pay(buyer, order, "CARD", 5_000, "AUTO").expecting(201);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> theatre.look(order).text("/state").equals("COMPLETED"));

    Answer part =
        refund(order, ticket(order, 0), ",\"amountMinor\":1000", "ORIGINAL").expecting(201);
    Answer rest = refund(order, ticket(order, 1), "", "ORIGINAL").expecting(201);

    assertThat(part.text("/parts/0/provider")).isEqualTo("simulated");
    assertThat(part.json().at("/parts/0/isPaid").asBoolean()).isFalse();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        StreamSupport.stream(
                            theatre.look(order).json().at("/refunds").spliterator(), false))
                    .hasSize(2)
                    .allMatch(refund -> refund.at("/isPaid").asBoolean()));
    assertThat(
            theatre
                .staff()
                .post(
                    "/orders/"
                        + order.text("/orderId")
                        + "/refunds/"
                        + rest.text("/parts/0/refundId")
                        + "/payment",
                    "{\"method\":\"CASH\"}")
                .status())
        .as("paid already")
        .isEqualTo(200);
  }

  @Test
  void aVoidTicketGivesItsSeatToWhoWaits() {
    Answer order = sold("CASH", "ORCH-A-1");
    String waiting = "/performances/" + theatre.performance + "/waiting-list";
    theatre
        .staff()
        .post("/performances/" + theatre.performance + "/holds", balcony(1, 20))
        .expecting(201);
    // The stalls are sold out but for what comes back.
    String[] rest = new String[19];
    for (int seat = 0; seat < rest.length; seat++) {
      rest[seat] = seat < 9 ? "ORCH-A-" + (seat + 2) : "ORCH-B-" + (seat - 8);
    }
    theatre.hold(theatre.staff(), rest).expecting(201);
    Answer entry =
        theatre.buyer().post(waiting, "{\"zone\":\"STALLS\",\"quantity\":1}").expecting(201);

    Answer voids =
        theatre
            .staff()
            .post(
                "/orders/" + order.text("/orderId") + "/voids",
                "{\"ticketIds\":[\"%s\"],\"reasonCode\":\"DUPLICATE\"}".formatted(ticket(order, 0)))
            .expecting(201);

    assertThat(voids.json().at("/ticketIds")).hasSize(1);
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").outcome())
        .as("it is offered to who waits")
        .isEqualTo("409 SEAT_ALREADY_HELD");
    Answer offer = theatre.staff().get("/waiting-list/" + entry.text("/entryId")).expecting(200);
    assertThat(
            theatre
                .buyer()
                .with("Hold-Secret", offer.text("/offer/holdSecret"))
                .get("/holds/" + offer.text("/offer/holdId"))
                .text("/seats/0/seatId"))
        .isEqualTo("ORCH-A-1");
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong())
        .as("no money goes back")
        .isEqualTo(2_500);
  }

  private static String balcony(int from, int to) {
    String[] seats = new String[to - from + 1];
    for (int seat = from; seat <= to; seat++) {
      seats[seat - from] = "BALC-A-" + seat;
    }
    return Theatre.seats(seats);
  }

  private Answer sold(String method, String... seats) {
    Answer hold = theatre.hold(theatre.staff(), seats).expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    theatre
        .pay(theatre.staff(), order, method, order.json().at("/totalMinor").asLong())
        .expecting(201);
    return order;
  }

  private String ticket(Answer order, int index) {
    return theatre.look(order).text("/tickets/" + index + "/ticketId");
  }

  private Answer refund(Answer order, String ticket, String more, String to) {
    return theatre
        .staff()
        .post("/orders/" + order.text("/orderId") + "/refunds", wish(ticket, more, to));
  }

  private static String wish(String ticket, String more, String to) {
    return "{\"ticketIds\":[\"%s\"],\"to\":\"%s\",\"reasonCode\":\"CUSTOMER_REQUEST\"%s}"
        .formatted(ticket, to, more);
  }
}
