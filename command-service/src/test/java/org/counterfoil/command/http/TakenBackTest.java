package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cheques that come back and payments that are disputed, on the running service. */
@ExtendWith(SharedService.class)
class TakenBackTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningService service;
  private final Theatre theatre;

  TakenBackTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  private Answer order(String... seats) {
    return theatre
        .order(theatre.staff(), theatre.hold(theatre.staff(), seats).expecting(201))
        .expecting(201);
  }

  private Answer tell(Answer order, Answer payment, String what, String wish) {
    return theatre
        .staff()
        .post(
            "/orders/"
                + order.text("/orderId")
                + "/payments/"
                + payment.text("/paymentId")
                + "/"
                + what,
            wish);
  }

  @Test
  void anUnpaidChequeIsOwedAgain_onceAndUntilItIsPaid() {
    Answer order = order("ORCH-A-1", "ORCH-A-2");
    Answer cheque = theatre.pay(theatre.staff(), order, "CHEQUE", 5_000).expecting(201);
    String wish = "{\"reasonCode\":\"UNPAID\",\"bankFeeMinor\":1200,\"banked\":true}";

    Answer gone = tell(order, cheque, "unpaid", wish).expecting(201);

    assertThat(gone.json().at("/amountMinor").asLong()).isEqualTo(5_000);
    assertThat(gone.json().at("/feeMinor").asLong()).isEqualTo(1_200);
    assertThat(gone.json().at("/voidTickets")).as("they stay valid").isEmpty();
    Answer owing = theatre.look(order);
    assertThat(owing.json().at("/outstandingMinor").asLong()).isEqualTo(5_000);
    assertThat(owing.json().at("/payments/0/takenBackMinor").asLong()).isEqualTo(5_000);
    assertThat(tell(order, cheque, "unpaid", wish).outcome()).isEqualTo("409 PAYMENT_TAKEN_BACK");
    String ticket = owing.text("/tickets/0/ticketId");
    assertThat(theatre.staff().post("/tickets/" + ticket + "/transfer", "{}").outcome())
        .isEqualTo("409 ORDER_NOT_PAID");
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 1_000).outcome())
        .isEqualTo("409 PARTIAL_PAYMENT");
    theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isZero();
    theatre.staff().post("/tickets/" + ticket + "/transfer", "{}").expecting(201);
  }

  @Test
  void itsTicketsAreVoidWhereTheCallerSaysSo_andWhatIsOwedIsGivenUpWithThem() {
    Answer order = order("ORCH-A-3");
    Answer cheque = theatre.pay(theatre.staff(), order, "CHEQUE", 2_500).expecting(201);

    Answer gone =
        tell(order, cheque, "unpaid", "{\"reasonCode\":\"STOPPED\",\"tickets\":\"VOIDED\"}")
            .expecting(201);

    String ticket = cheque.text("/tickets/0/ticketId");
    assertThat(gone.text("/voidTickets/0")).isEqualTo(ticket);
    assertThat(theatre.look(order).text("/voidTickets/0")).isEqualTo(ticket);
    theatre.hold(theatre.buyer(), "ORCH-A-3").expecting(201);
    Answer refund =
        theatre
            .staff()
            .post(
                "/orders/" + order.text("/orderId") + "/refunds",
                "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"UNPAID\"}"
                    .formatted(ticket))
            .expecting(201);
    assertThat(refund.json().at("/parts")).as("nothing goes back").isEmpty();
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isZero();
  }

  @Test
  void aDisputeThatIsWonPaysWhatIsOwed_orIsOwedBackWhereThatWasPaidMeanwhile() {
    Answer order = order("ORCH-A-4");
    Answer card = theatre.pay(theatre.staff(), order, "CARD", 2_500).expecting(201);
    String wish = "{\"reasonCode\":\"DISPUTED\",\"feeMinor\":1500}";
    assertThat(tell(order, card, "restoration", "{}").outcome())
        .isEqualTo("409 PAYMENT_NOT_TAKEN_BACK");

    tell(order, card, "chargeback", wish).expecting(201);
    Answer won = tell(order, card, "restoration", "{\"feeMinor\":1500}").expecting(201);

    assertThat(won.json().at("/refundIds")).isEmpty();
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isZero();
    assertThat(tell(order, card, "restoration", "{}").outcome())
        .isEqualTo("409 PAYMENT_NOT_TAKEN_BACK");
    tell(order, card, "chargeback", wish).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    Answer late = tell(order, card, "restoration", "{}").expecting(201);
    String refund = late.text("/refundIds/0");
    Answer owed = theatre.look(order);
    assertThat(owed.text("/refunds/0/refundId")).isEqualTo(refund);
    assertThat(owed.json().at("/refunds/0/isPaid").asBoolean()).isFalse();
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds/" + refund + "/payment",
            "{\"method\":\"TRANSFER\"}")
        .expecting(200);
    assertThat(theatre.look(order).json().at("/refunds/0/isPaid").asBoolean()).isTrue();
  }

  @Test
  void whatCannotBeTakenBackIsNot() {
    Answer order = order("ORCH-A-5");
    Answer cash = theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    Answer other = order("ORCH-A-6");
    Answer part = theatre.pay(theatre.staff(), other, "CHEQUE", 1_000).expecting(201);
    long before = service.log().lastPosition();

    assertThat(tell(order, cash, "unpaid", "{\"reasonCode\":\"UNPAID\"}").outcome())
        .isEqualTo("409 PAYMENT_IS_FINAL");
    assertThat(tell(order, part, "unpaid", "{\"reasonCode\":\"UNPAID\"}").outcome())
        .isEqualTo("404 UNKNOWN_PAYMENT");
    assertThat(tell(other, part, "unpaid", "{\"reasonCode\":\"UNPAID\"}").outcome())
        .isEqualTo("409 ORDER_NOT_COMPLETED");
    assertThat(tell(order, cash, "unpaid", "{\"reasonCode\":\"broke\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(
            tell(order, cash, "unpaid", "{\"reasonCode\":\"UNPAID\",\"bankFeeMinor\":-1}")
                .outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(service.log().lastPosition()).isEqualTo(before);
    Answer card = order("ORCH-A-7");
    Answer paid = theatre.pay(theatre.staff(), card, "CARD", 2_500).expecting(201);
    assertThat(
            tell(card, paid, "chargeback", "{\"reasonCode\":\"FRAUD\",\"amountMinor\":2501}")
                .outcome())
        .isEqualTo("409 TAKEN_BACK_EXCEEDS_PAID");
    assertThat(
            tell(card, paid, "chargeback", "{\"reasonCode\":\"FRAUD\",\"amountMinor\":0}")
                .outcome())
        .isEqualTo("400 AMOUNT_NOT_POSITIVE");
  }

  /** Two tickets, one in cash and one by card; the card's money goes, then the performance. */
  @Test
  void ofACancelledPerformanceOnlyWhatIsStillPaidGoesBack() {
    Answer order = order("ORCH-B-1", "ORCH-B-2");
    theatre.pay(theatre.staff(), order, "CASH", 2_000).expecting(201);
    Answer card = theatre.pay(theatre.staff(), order, "CARD", 3_000).expecting(201);
    tell(order, card, "chargeback", "{\"reasonCode\":\"DISPUTED\"}").expecting(201);

    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/cancellation",
            "{\"reasonCode\":\"ILLNESS\",\"refundFees\":true}")
        .expecting(202);

    await().atMost(SOON).until(() -> theatre.look(order).json().at("/voidTickets").size() == 2);
    Answer after = theatre.look(order);
    assertThat(after.json().at("/outstandingMinor").asLong()).isZero();
    assertThat(after.json().at("/refunds")).hasSize(1);
    assertThat(after.json().at("/refunds/0/amountMinor").asLong()).isEqualTo(2_000);
  }

  @Test
  void theSimulatedProviderTakesMoneyBackToo_andGivesItAgain() {
    Answer order =
        theatre.order(theatre.buyer(), theatre.hold(theatre.buyer(), "ORCH-B-3").expecting(201));
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    theatre.pay(buyer, order, "CARD", 2_500, "AUTO-DISPUTE").expecting(201);

    await()
        .atMost(SOON)
        .until(() -> theatre.look(order).json().at("/takenBackMinor").asLong() == 2_500);
    Answer won =
        theatre.order(theatre.buyer(), theatre.hold(theatre.buyer(), "ORCH-B-4").expecting(201));
    Api winner = theatre.buyer().with("Order-Secret", won.text("/orderSecret"));
    theatre.pay(winner, won, "CARD", 2_500, "AUTO-DISPUTE-WON").expecting(201);

    await()
        .atMost(SOON)
        .until(
            () ->
                service.log().readStream(UUID.fromString(won.text("/orderId"))).stream()
                    .anyMatch(event -> event.envelope().name().equals("order.payment-restored")));
    assertThat(theatre.look(won).json().at("/takenBackMinor").asLong()).isZero();
  }
}
