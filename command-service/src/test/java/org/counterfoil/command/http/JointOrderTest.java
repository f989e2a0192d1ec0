package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.counterfoil.command.http.TwoNights.full;

import java.time.Duration;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order of tickets for two performances: a night at home, and a premiere on an island. */
@ExtendWith(SharedService.class)
class JointOrderTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningService service;
  private final Theatre theatre;
  private final TwoNights nights;
  private final String island;

  JointOrderTest(RunningService service) {
    this.service = service;
    theatre = Theatre.in(service);
    nights = TwoNights.at(theatre);
    island = nights.island;
  }

  @AfterEach
  void everythingInTheLogIsSound() {
    LogReport report = LogCheck.of(service.log());
    assertThat(report.findings()).isEmpty();
  }

  private Answer hold(String performance, String... seats) {
    return nights.hold(performance, seats);
  }

  private Answer order(String tickets, Answer... holds) {
    return nights.order(tickets, holds);
  }

  private Answer bothNights(String seat) {
    return nights.both(seat);
  }

  private Api buyer(Answer order) {
    return nights.buyer(order);
  }

  private static long minor(Answer answer, String pointer) {
    return answer.json().at(pointer).asLong();
  }

  @Test
  void theCounterSellsBothInOnePayment_eachAtItsRateAndWithItsNumbers() {
    Answer order = bothNights("ORCH-A-1");
    assertThat(minor(order, "/totalMinor")).isEqualTo(6_000);
    assertThat(minor(order, "/taxMinor")).isEqualTo(130 + 72);

    Answer half = theatre.pay(theatre.staff(), order, "CASH", 3_000).expecting(201);
    assertThat(half.json().has("tickets")).isFalse();
    Answer placed = theatre.look(order).expecting(200);
    assertThat(placed.text("/state")).isEqualTo("PLACED");
    assertThat(minor(placed, "/performances/0/receivedMinor")).isEqualTo(1_250);
    assertThat(minor(placed, "/performances/1/receivedMinor")).isEqualTo(1_750);
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 3_001).outcome())
        .isEqualTo("409 OVERPAYMENT");

    Answer paid = theatre.pay(theatre.staff(), order, "CARD", 3_000, "TPE-1").expecting(201);

    assertThat(paid.json().at("/tickets")).hasSize(2);
    assertThat(paid.text("/tickets/0/performanceId")).isEqualTo(theatre.performance);
    assertThat(paid.text("/tickets/1/performanceId")).isEqualTo(island);
    assertThat(minor(paid, "/tickets/0/ticketNumber")).isEqualTo(1);
    assertThat(minor(paid, "/tickets/1/ticketNumber")).isEqualTo(1);
    assertThat(paid.text("/tickets/1/taxRate")).isEqualTo("2.1");
    Answer state = theatre.look(order);
    assertThat(state.text("/state")).isEqualTo("COMPLETED");
    assertThat(state.text("/orderId")).isEqualTo(order.text("/orderId"));
    assertThat(state.json().at("/payments")).hasSize(2);
    assertThat(minor(state, "/payments/1/amountMinor")).isEqualTo(3_000);
    assertThat(minor(state, "/outstandingMinor")).isZero();
    assertThat(state.json().at("/tickets")).hasSize(2);
  }

  @Test
  void itsBuyerSeesAndPrintsAllTicketsWithOneSecret() {
    Answer order = bothNights("ORCH-A-2");
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
    String path = "/orders/" + order.text("/orderId");

    Answer first = buyer(order).get(path + "/tickets?limit=1").expecting(200);
    Answer second =
        buyer(order)
            .get(path + "/tickets?limit=1&cursor=" + first.text("/nextCursor"))
            .expecting(200);

    assertThat(first.text("/items/0/code")).isEqualTo(paid.text("/tickets/0/code"));
    assertThat(second.text("/items/0/code")).isEqualTo(paid.text("/tickets/1/code"));
    assertThat(second.json().at("/nextCursor").isNull()).isTrue();
    for (int ticket = 0; ticket < 2; ticket++) {
      String pdf = "/tickets/" + paid.text("/tickets/" + ticket + "/ticketId") + ".pdf";
      buyer(order).get(pdf).expecting(200);
      assertThat(buyer(bothNights("ORCH-B-" + (ticket + 1))).get(pdf).outcome())
          .isEqualTo("403 ACCESS_DENIED");
    }
    buyer(order).get(path + "/tickets.pdf").expecting(200);
  }

  @Test
  void theProviderIsPaidOnce_andAllTicketsAreIssued() {
    Answer order = bothNights("ORCH-A-3");

    Answer payment = theatre.pay(buyer(order), order, "CARD", 6_000, "AUTO-DOUBLE").expecting(201);

    await().atMost(SOON).until(() -> theatre.look(order).text("/state").equals("COMPLETED"));
    Answer state = theatre.look(order);
    assertThat(state.json().at("/payments")).hasSize(1);
    assertThat(state.text("/payments/0/paymentId")).isEqualTo(payment.text("/paymentId"));
    assertThat(minor(state, "/payments/0/amountMinor")).isEqualTo(6_000);

    Answer back = refund(order, state, "").expecting(201);
    assertThat(minor(back, "/amountMinor")).isEqualTo(6_000);
    await()
        .atMost(SOON)
        .until(
            () -> {
              Answer now = theatre.look(order);
              return now.json().at("/refunds/0/isPaid").asBoolean()
                  && now.json().at("/refunds/1/isPaid").asBoolean();
            });
  }

  private Answer refund(Answer order, Answer state, String more) {
    String tickets =
        "\"%s\",\"%s\""
            .formatted(state.text("/tickets/0/ticketId"), state.text("/tickets/1/ticketId"));
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[%s],\"to\":\"ORIGINAL\",\"reasonCode\":\"CUSTOMER_REQUEST\"%s}"
                .formatted(tickets, more));
  }

  @Test
  void ticketsOfOnePerformanceComeBackAlone_andOfBothTogether() {
    Answer order = bothNights("ORCH-A-4");
    theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
    Answer state = theatre.look(order);
    String path = "/orders/" + order.text("/orderId");

    assertThat(refund(order, state, ",\"amountMinor\":100").status()).isEqualTo(400);
    theatre
        .staff()
        .post(
            path + "/refunds",
            """
            {"ticketIds":["%s"],"amountMinor":1000,"to":"CASH","reasonCode":"GOODWILL"}
            """
                .formatted(state.text("/tickets/1/ticketId")))
        .expecting(201);
    assertThat(minor(theatre.look(order), "/performances/1/refundedMinor")).isEqualTo(1_000);
    Answer back = refund(order, state, "").expecting(201);
    assertThat(back.json().at("/tickets")).hasSize(2);
    Answer after = theatre.look(order);
    assertThat(minor(after, "/refundedMinor")).isEqualTo(6_000);
    assertThat(after.json().at("/voidTickets")).hasSize(2);
    assertThat(
            theatre
                .staff()
                .post(
                    path + "/voids",
                    "{\"ticketIds\":[\"%s\",\"%s\"],\"reasonCode\":\"DUPLICATE\"}"
                        .formatted(
                            state.text("/tickets/0/ticketId"),
                            "01990000-0000-7000-8000-0000000000ff"))
                .outcome())
        .isEqualTo("404 UNKNOWN_TICKET");
    hold(theatre.performance, "ORCH-A-4");
    hold(island, "ORCH-A-4");
  }

  @Test
  void aChequeForBothThatComesBackUnpaidIsOwedOfBoth_untilItIsPaid() {
    Answer order = bothNights("ORCH-A-8");
    Answer cheque = theatre.pay(theatre.staff(), order, "CHEQUE", 6_000).expecting(201);
    String payment = "/orders/" + order.text("/orderId") + "/payments/" + cheque.text("/paymentId");

    Answer gone =
        theatre
            .staff()
            .post(payment + "/unpaid", "{\"reasonCode\":\"UNPAID\",\"bankFeeMinor\":1200}")
            .expecting(201);

    assertThat(minor(gone, "/amountMinor")).isEqualTo(6_000);
    assertThat(minor(gone, "/feeMinor")).isEqualTo(1_200);
    Answer owing = theatre.look(order);
    assertThat(minor(owing, "/performances/0/outstandingMinor")).isEqualTo(2_500);
    assertThat(minor(owing, "/performances/1/outstandingMinor")).isEqualTo(3_500);
    assertThat(minor(owing, "/payments/0/takenBackMinor")).isEqualTo(6_000);
    Answer again = theatre.staff().post(payment + "/restoration", "{}").expecting(201);
    assertThat(minor(again, "/amountMinor")).isEqualTo(6_000);
    assertThat(again.json().at("/refundIds")).isEmpty();
    assertThat(minor(theatre.look(order), "/outstandingMinor")).isZero();
  }

  @Test
  void aDisputedPaymentForBothIsOwedOfBoth_andComesAgainForBothWhereItIsWon() {
    Answer lost = bothNights("ORCH-A-9");
    theatre.pay(buyer(lost), lost, "CARD", 6_000, "AUTO-DISPUTE").expecting(201);
    await().atMost(SOON).until(() -> minor(theatre.look(lost), "/outstandingMinor") == 6_000);
    assertThat(minor(theatre.look(lost), "/performances/1/outstandingMinor")).isEqualTo(3_500);

    Answer won = bothNights("ORCH-A-10");
    theatre.pay(buyer(won), won, "CARD", 6_000, "AUTO-DISPUTE-WON").expecting(201);
    await()
        .atMost(SOON)
        .until(
            () ->
                service.log().readStream(UUID.fromString(won.text("/orderId"))).stream()
                    .anyMatch(event -> event.envelope().name().equals("order.payment-restored")));
    assertThat(minor(theatre.look(won), "/outstandingMinor")).isZero();
  }

  @Test
  void bothAreIssuedOnAccountAndPaidInOne() {
    Answer order = bothNights("ORCH-A-5");

    Answer issued =
        theatre.staff().post("/orders/" + order.text("/orderId") + "/account", "").expecting(200);

    assertThat(issued.json().at("/tickets")).hasSize(2);
    assertThat(theatre.pay(theatre.staff(), order, "TRANSFER", 2_500).outcome())
        .isEqualTo("409 PARTIAL_PAYMENT");
    theatre.pay(theatre.staff(), order, "TRANSFER", 6_000).expecting(201);
    assertThat(minor(theatre.look(order), "/outstandingMinor")).isZero();
  }

  @Test
  void aHoldThatIsGivenBackEndsTheWholeOrder() {
    Answer home = hold(theatre.performance, "ORCH-A-6");
    Answer away = hold(island, "ORCH-A-6");
    Answer order = order(full("ORCH-A-6") + "," + full("ORCH-A-6"), home, away).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 600).expecting(201);

    theatre
        .buyer()
        .with("Hold-Secret", away.text("/holdSecret"))
        .delete("/holds/" + away.text("/holdId"))
        .expecting(204);

    await()
        .atMost(SOON)
        .until(
            () ->
                theatre
                    .buyer()
                    .with("Hold-Secret", home.text("/holdSecret"))
                    .get("/holds/" + home.text("/holdId"))
                    .text("/state")
                    .equals("RELEASED"));
    Answer state = theatre.look(order);
    assertThat(state.text("/state")).isEqualTo("LAPSED");
    assertThat(state.json().at("/refunds")).hasSize(2);
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 6_000).outcome())
        .isEqualTo("410 ORDER_LAPSED");
  }

  @Test
  void oneHoldThatIsOverRefusesAll() {
    Answer home = hold(theatre.performance, "ORCH-A-7");
    Answer away = hold(island, "ORCH-A-7");
    theatre
        .buyer()
        .with("Hold-Secret", away.text("/holdSecret"))
        .delete("/holds/" + away.text("/holdId"))
        .expecting(204);

    assertThat(order(full("ORCH-A-7") + "," + full("ORCH-A-7"), home, away).outcome())
        .isEqualTo("410 HOLD_RELEASED");
    theatre.order(theatre.buyer(), home).expecting(201);
  }

  @Test
  void aTicketMayNameItsHold() {
    Answer home = hold(theatre.performance, "ORCH-A-8");
    Answer away = hold(island, "ORCH-A-8");
    String named =
        "{\"seatId\":\"ORCH-A-8\",\"holdId\":\"%s\",\"priceType\":\"FULL\"}"
            .formatted(away.text("/holdId"));

    assertThat(order(named + "," + named, home, away).outcome())
        .isEqualTo("400 TICKETS_DO_NOT_COVER_HOLDS");
    Answer order = order(named + "," + full("ORCH-A-8"), home, away).expecting(201);
    assertThat(minor(order, "/totalMinor")).isEqualTo(6_000);
  }

  @Test
  void performancesOfAnotherOrganisationAreNotJoined() {
    Theatre other = Theatre.in(service);
    Answer home = hold(theatre.performance, "ORCH-A-9");
    Answer foreign = hold(other.performance, "ORCH-A-9");

    assertThat(order(full("ORCH-A-9") + "," + full("ORCH-A-9"), home, foreign).outcome())
        .isEqualTo("409 ORGANISATIONS_DIFFER");
  }

  @Test
  void anotherBuyersHoldIsNotTakenAlong() {
    Answer home = hold(theatre.performance, "ORCH-A-10");
    Answer away = hold(island, "ORCH-A-10");
    String stolen =
        """
        {"holds":[{"holdId":"%s","holdSecret":"%s"},{"holdId":"%s","holdSecret":"%s"}],
         "tickets":[%s,%s]}
        """
            .formatted(
                home.text("/holdId"),
                home.text("/holdSecret"),
                away.text("/holdId"),
                home.text("/holdSecret"),
                full("ORCH-A-10"),
                full("ORCH-A-10"));

    assertThat(theatre.buyer().post("/orders", stolen).outcome()).isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void theSameRequestTwiceIsOneOrder() {
    Answer home = hold(theatre.performance, "ORCH-B-5");
    Answer away = hold(island, "ORCH-B-5");
    String wish =
        """
        {"holds":[{"holdId":"%s","holdSecret":"%s"},{"holdId":"%s","holdSecret":"%s"}],
         "tickets":[%s,%s]}
        """
            .formatted(
                home.text("/holdId"),
                home.text("/holdSecret"),
                away.text("/holdId"),
                away.text("/holdSecret"),
                full("ORCH-B-5"),
                full("ORCH-B-5"));
    Api keyed = theatre.buyer().with("Idempotency-Key", "01990000-0000-7000-8000-00000000a5a5");

    Answer first = keyed.post("/orders", wish).expecting(201);
    Answer again = keyed.post("/orders", wish).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  @Test
  void aCancelledPerformanceGivesBackItsTicketsOnly() {
    Answer order = bothNights("ORCH-B-6");
    theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);

    theatre
        .admin()
        .post(
            "/performances/" + island + "/cancellation",
            "{\"reasonCode\":\"WEATHER\",\"refundFees\":true}")
        .expecting(202);

    await().atMost(SOON).until(() -> minor(theatre.look(order), "/refundedMinor") == 3_500);
    Answer state = theatre.look(order);
    assertThat(minor(state, "/performances/0/refundedMinor")).isZero();
    assertThat(state.json().at("/voidTickets")).hasSize(1);
    Answer paid =
        theatre
            .staff()
            .post(
                "/orders/"
                    + order.text("/orderId")
                    + "/refunds/"
                    + state.text("/refunds/0/refundId")
                    + "/payment",
                "{\"method\":\"CASH\"}");
    assertThat(paid.outcome()).isEqualTo("200");
    assertThat(theatre.look(order).json().at("/refunds/0/isPaid").asBoolean()).isTrue();
  }

  @Test
  void eachPerformanceIsInvoicedByItself() {
    theatre.setInvoicing(Theatre.INVOICING).expecting(200);
    Answer order = bothNights("ORCH-B-9");
    theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
    Api accountant = Api.of(service).as(theatre.token("ACCOUNTANT"));
    String path = "/orders/" + order.text("/orderId") + "/invoice";

    assertThat(accountant.post(path, "{}").outcome()).isEqualTo("400 INVALID_REQUEST");
    Answer invoice =
        accountant.post(path, "{\"performanceId\":\"%s\"}".formatted(island)).expecting(201);

    assertThat(minor(invoice, "/grossMinor")).isEqualTo(3_500);
    assertThat(theatre.look(order).json().at("/invoices")).hasSize(1);
  }
}
