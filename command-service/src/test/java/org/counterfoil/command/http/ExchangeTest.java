package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets exchanged at the counter: stalls cost 25.00, the balcony 15.00. */
@ExtendWith(SharedService.class)
class ExchangeTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String AT_PROVIDER =
      ",\"difference\":{\"method\":\"CARD\",\"provider\":\"simulated\"}";

  private final RunningService service;
  private final Theatre theatre;

  ExchangeTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
  }

  @AfterEach
  void theLogHolds() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void toADearerSeatTheDifferenceIsPaid_andTheOldSeatIsSoldAgain() {
    Answer order = sold("BALC-A-1", 1_500);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);

    assertThat(exchange(order, hold, "ORCH-A-1", "").outcome()).isEqualTo("409 DIFFERENCE_TO_PAY");
    Answer exchanged =
        exchange(order, hold, "ORCH-A-1", ",\"difference\":{\"method\":\"CASH\"}").expecting(201);

    assertThat(exchanged.json().at("/takenMinor").asLong()).isEqualTo(1_000);
    assertThat(exchanged.json().at("/tickets/0/ticketNumber").asInt()).isEqualTo(2);
    assertThat(exchanged.text("/tickets/0/code")).isNotBlank();
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong()).isEqualTo(2_500);
    assertThat(theatre.look(order).json().at("/tickets")).hasSize(2);
    assertThat(theatre.look(order).json().at("/voidTickets")).hasSize(1);
    assertThat(theatre.hold(theatre.buyer(), "BALC-A-1").status()).isEqualTo(201);
    Answer again = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201);
    assertThat(exchange(order, again, "ORCH-A-2", "").outcome()).isEqualTo("409 TICKET_VOID");
  }

  @Test
  void theDoorRefusesTheOldCode_andLetsTheNewOneIn() {
    Answer first = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order = theatre.order(theatre.staff(), first).expecting(201);
    String old =
        theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201).text("/tickets/0/code");
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201);

    Answer exchanged = exchange(order, hold, "ORCH-A-2", "").expecting(201);

    assertThat(scan(old).text("/reason")).isEqualTo("VOIDED");
    assertThat(scan(exchanged.text("/tickets/0/code")).json().at("/admitted").asBoolean()).isTrue();
  }

  private Answer scan(String code) {
    return Api.of(service)
        .as(theatre.token("ADMISSION"))
        .post(
            "/admissions",
            "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                .formatted(code, theatre.performance))
        .expecting(200);
  }

  @Test
  void toACheaperSeatTheDifferenceGoesBackAsItCame() {
    Answer order = sold("ORCH-A-1", 2_500);
    Answer hold = theatre.hold(theatre.staff(), "BALC-A-1").expecting(201);

    Answer exchanged =
        exchange(order, hold, "BALC-A-1", ",\"difference\":{\"to\":\"ORIGINAL\"}").expecting(201);

    assertThat(exchanged.json().at("/givenBackMinor").asLong()).isEqualTo(1_000);
    assertThat(exchanged.text("/parts/0/method")).isEqualTo("CASH");
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong()).isEqualTo(1_500);
    assertThat(theatre.look(order).text("/refunds/0/reason")).isEqualTo("EXCHANGED");
  }

  @Test
  void whatDoesNotFitIsRefused_andTheTicketStaysGood() {
    Answer order = sold("ORCH-A-1", 2_500);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201);
    assertThat(exchange(order, hold, "ORCH-A-3", "").outcome())
        .isEqualTo("400 TICKETS_DO_NOT_COVER_HOLDS");
    theatre
        .staff()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);
    assertThat(exchange(order, hold, "ORCH-A-2", "").outcome()).isEqualTo("410 HOLD_RELEASED");
    assertThat(theatre.look(order).json().at("/voidTickets")).isEmpty();
    assertThat(
            theatre
                .buyer()
                .with("Order-Secret", order.text("/orderSecret"))
                .post("/orders/" + order.text("/orderId") + "/exchanges", "{}")
                .status())
        .isEqualTo(401);
  }

  @Test
  void aProviderHasTheDifferenceFirst_onlyThenIsAnythingExchanged() {
    Answer order = sold("BALC-A-1", 1_500);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);

    Answer pending = exchange(order, hold, "ORCH-A-1", AT_PROVIDER).expecting(201);

    assertThat(pending.text("/state")).isEqualTo("PENDING");
    assertThat(pending.json().at("/takenMinor").asLong()).isEqualTo(1_000);
    assertThat(theatre.look(order).json().at("/voidTickets")).isEmpty();
    assertThat(exchange(order, hold, "ORCH-A-1", AT_PROVIDER).outcome())
        .isEqualTo("409 HOLD_ORDERED");

    decide(pending, "pay");
    await().atMost(SOON).until(() -> theatre.look(order).json().at("/voidTickets").size() == 1);

    assertThat(theatre.look(order).json().at("/tickets/1/ticketNumber").asInt()).isEqualTo(2);
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong()).isEqualTo(2_500);
  }

  @Test
  void aDifferenceThatIsDeclinedLeavesTheOldTicketGood() {
    Answer order = sold("BALC-A-1", 1_500);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer pending = exchange(order, hold, "ORCH-A-1", AT_PROVIDER).expecting(201);

    decide(pending, "decline");
    await()
        .atMost(SOON)
        .until(() -> theatre.look(order).text("/payments/1/state").equals("FAILED"));

    assertThat(theatre.look(order).json().at("/voidTickets")).isEmpty();
    assertThat(theatre.look(order).json().at("/receivedMinor").asLong()).isEqualTo(1_500);
  }

  private void decide(Answer pending, String decision) {
    Api.of(service)
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(pending.text("/redirectUrl") + "/decision", "decision=" + decision)
        .expecting(303);
  }

  private Answer sold(String seat, long price) {
    Answer hold = theatre.hold(theatre.staff(), seat).expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", price).expecting(201);
    return order;
  }

  private Answer exchange(Answer order, Answer hold, String seat, String more) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/exchanges",
            """
            {"ticketIds":["%s"],"holdId":"%s","tickets":[{"seatId":"%s","priceType":"FULL"}]%s}
            """
                .formatted(
                    theatre.look(order).text("/tickets/0/ticketId"),
                    hold.text("/holdId"),
                    seat,
                    more));
  }
}
