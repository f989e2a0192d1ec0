package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** Everybody gets their money back when a performance is cancelled, whatever interrupts it. */
class CancellationTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final RunningService service = RunningService.start();

  private final Theatre theatre = Theatre.in(service);
  private final List<Answer> orders = new ArrayList<>();

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyTicketIsDecidedOn_onceEachAndAcrossARestart() {
    for (int seat = 1; seat <= 8; seat++) {
      sell("ORCH-A-" + seat, "CASH");
    }
    Answer byCard = sellOnline("ORCH-B-1", "ORCH-B-2");
    Answer free = sellFree("ORCH-B-3");
    Answer before = sell("ORCH-B-4", "CASH");
    refund(before, "CASH");
    process().stop();

    Answer job =
        theatre
            .admin()
            .post(
                "/performances/" + theatre.performance + "/cancellation",
                "{\"reasonCode\":\"ILLNESS\",\"refundFees\":true}")
            .expecting(202);
    assertThat(job(job).at("/state").asString()).isEqualTo("RUNNING");
    assertThat(job(job).at("/total").asLong()).as("one came back before").isEqualTo(11);
    assertThat(job(job).at("/done").asLong()).isZero();
    refund(orders.getFirst(), "TRANSFER");
    assertThat(job(job).at("/done").asLong()).isEqualTo(1);

    service.restart();

    await().atMost(SOON).until(() -> job(job).at("/state").asString().equals("DONE"));
    assertThat(job(job).at("/done").asLong()).isEqualTo(11);
    assertThat(job(job).at("/finishedAt").asString()).isNotBlank();
    for (Answer order : orders) {
      assertThat(refunds(order)).as("once").hasSize(1);
      assertThat(refunds(order).getFirst().tickets().getFirst().grossMinor()).isEqualTo(2_500);
    }
    assertThat(refunds(before)).hasSize(1);
    assertThat(refunds(free)).as("nothing was paid").isEmpty();
    assertThat(look(free).at("/voidTickets")).hasSize(1);
    TicketsRefunded card = refunds(byCard).getFirst();
    assertThat(card.revenue()).isEqualTo(RevenueStand.OWED);
    assertThat(card.parts()).extracting(RefundPart::amountMinor).containsExactly(5_000L);
    await().atMost(SOON).until(() -> look(byCard).at("/refunds/0/isPaid").asBoolean());
    Answer owed = orders.get(1);
    assertThat(look(owed).at("/refunds/0/isPaid").asBoolean())
        .as("nobody stands at the counter")
        .isFalse();
    payRefund(owed);
    assertThat(look(owed).at("/refunds/0/isPaid").asBoolean()).isTrue();
    await().atMost(SOON).until(() -> job(job).at("/refunds/paid").asLong() == 2);
    assertThat(job(job).at("/refunds").toString())
        .isEqualTo(
            "{\"total\":9,\"paid\":2,\"atCounter\":8,\"totalMinor\":25000,\"paidMinor\":7500}");
    assertThat(job(job).at("/currency").asString()).isEqualTo("EUR");
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void aJobThatNeverBeganIsUnknown() {
    assertThat(theatre.staff().get("/jobs/" + theatre.performance).outcome())
        .isEqualTo("404 UNKNOWN_PERFORMANCE");
    assertThat(theatre.buyer().get("/jobs/" + theatre.performance).status()).isEqualTo(401);
  }

  private static SmartLifecycle process() {
    return service.beans(SmartLifecycle.class).stream()
        .filter(bean -> bean.getClass().getSimpleName().equals("CancellationProcess"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode job(Answer job) {
    return theatre.staff().get("/jobs/" + job.text("/jobId")).expecting(200).json();
  }

  private JsonNode look(Answer order) {
    return theatre.look(order).expecting(200).json();
  }

  private List<TicketsRefunded> refunds(Answer order) {
    return service.log().readStream(UUID.fromString(order.text("/orderId"))).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(TicketsRefunded.class::isInstance)
        .map(TicketsRefunded.class::cast)
        .toList();
  }

  private Answer sell(String seat, String method) {
    Answer hold = theatre.hold(theatre.staff(), seat).expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    theatre.pay(theatre.staff(), order, method, 2_500).expecting(201);
    orders.add(order);
    return order;
  }

  private Answer sellOnline(String... seats) {
    Answer hold = theatre.hold(theatre.buyer(), seats).expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    theatre.pay(buyer, order, "CARD", 2_500L * seats.length, "AUTO").expecting(201);
    await().atMost(SOON).until(() -> look(order).at("/state").asString().equals("COMPLETED"));
    return order;
  }

  private Answer sellFree(String seat) {
    Answer hold = theatre.hold(theatre.staff(), seat).expecting(201);
    return theatre
        .staff()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"%s\",\"priceType\":\"COMP\",\"reasonCode\":\"PRESS\"}]}"
                .formatted(hold.text("/holdId"), seat))
        .expecting(201);
  }

  private void refund(Answer order, String to) {
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"%s\",\"reasonCode\":\"CUSTOMER_REQUEST\"}"
                .formatted(look(order).at("/tickets/0/ticketId").asString(), to))
        .expecting(201);
  }

  private void payRefund(Answer order) {
    theatre
        .staff()
        .post(
            "/orders/"
                + order.text("/orderId")
                + "/refunds/"
                + look(order).at("/refunds/0/refundId").asString()
                + "/payment",
            "{\"method\":\"CASH\"}")
        .expecting(200);
  }
}
