package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Many notifications of many payments, doubled, shuffled and mixed with forged ones, told by many
 * at once: one effect each. {@code -Dcounterfoil.notifications=10000} tells so many.
 */
class StripeCrowdTest {

  private static final int NOTIFICATIONS = Integer.getInteger("counterfoil.notifications", 200);
  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127L);
  private static final int PER_PAYMENT = 5;
  private static final int AT_ONCE = 16;
  private static final int AT_ONCE_PER_PROVIDER = 16;
  private static final int REFUNDS = 40;
  private static final Duration SOON = Duration.ofSeconds(30);

  /** A notification to be told. */
  private record Notice(String secret, String type, Map<String, Object> session) {}

  private static StripeServer stripe;
  private static RunningService service;

  private final Theatre theatre = Theatre.in(service);

  @BeforeAll
  static void start() {
    stripe = new StripeServer();
    service = RunningService.start(StripeNotices.settings(stripe));
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    stripe.follow(service.clock());
  }

  @AfterAll
  static void stop() {
    service.close();
    stripe.close();
  }

  @Test
  void eachHasOneEffect() throws Exception {
    int payments = NOTIFICATIONS / PER_PAYMENT;
    String performance = hall(theatre, payments);
    List<Answer> orders = at(payments, i -> () -> order(theatre, performance));
    List<Answer> begun = at(payments, i -> () -> pay(theatre, orders.get(i)));

    List<Notice> notices = new ArrayList<>();
    begun.forEach(payment -> notices.addAll(noticesOf(payment.text("/paymentId"))));
    Collections.shuffle(notices, new Random(SEED));
    List<Answer> answers = at(notices.size(), i -> () -> tell(notices.get(i)));

    for (int i = 0; i < notices.size(); i++) {
      boolean isForged = !notices.get(i).secret().equals(StripeNotices.SECRET);
      assertThat(answers.get(i).status()).as("seed %s", SEED).isEqualTo(isForged ? 401 : 204);
    }
    for (Answer order : orders) {
      List<Event> events =
          service.log().readStream(OrderId.of(order.text("/orderId")).value()).stream()
              .map(recorded -> recorded.envelope().payload())
              .toList();
      assertThat(events).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
      assertThat(events).filteredOn(OrderCompleted.class::isInstance).hasSize(1);
      assertThat(events).filteredOn(PaymentFailed.class::isInstance).hasSizeLessThan(2);
    }
    assertThat(LogCheck.of(service.log(), PerformanceId.of(performance)).findings()).isEmpty();
  }

  /** Its answers do not come: many are asked for, not all, and the other provider's are paid. */
  @Test
  void refundsAreAskedForSeveralAtATime_andKeepNoOtherProviderWaiting() throws Exception {
    String performance = hall(theatre, REFUNDS + 1);
    List<Answer> orders = at(REFUNDS, i -> () -> order(theatre, performance));
    List<Answer> payments = at(REFUNDS, i -> () -> pay(theatre, orders.get(i)));
    List<Notice> paid =
        payments.stream().map(p -> completed(stripe.pay(p.text("/paymentId")))).toList();
    at(REFUNDS, i -> () -> tell(paid.get(i)).expecting(204));
    Answer elsewhere = order(theatre, performance);
    theatre
        .buyer()
        .with("Order-Secret", elsewhere.text("/orderSecret"))
        .post(
            "/orders/" + elsewhere.text("/orderId") + "/payments",
            "{\"method\":\"CARD\",\"provider\":\"simulated\",\"amountMinor\":2500,\"reference\":\"AUTO\"}")
        .expecting(201);
    await().atMost(SOON).until(() -> look(elsewhere).at("/state").asString().equals("COMPLETED"));
    stripe.closeGate("POST /v1/refunds");

    theatre
        .admin()
        .post(
            "/performances/" + performance + "/cancellation",
            "{\"reasonCode\":\"STRIKE\",\"refundFees\":true}")
        .expecting(202);

    await().atMost(SOON).until(() -> stripe.atGate() == AT_ONCE_PER_PROVIDER);
    await().atMost(SOON).until(() -> look(elsewhere).at("/refunds/0/isPaid").asBoolean());
    await().atMost(SOON).until(() -> job(performance).at("/state").asString().equals("DONE"));
    assertThat(job(performance).at("/refunds/total").asLong()).isEqualTo(REFUNDS + 1);
    assertThat(job(performance).at("/refunds/paid").asLong()).isEqualTo(1);
    assertThat(job(performance).at("/refunds/atCounter").asLong()).isZero();
    assertThat(stripe.atGate()).as("not all of them").isEqualTo(AT_ONCE_PER_PROVIDER);

    stripe.openGate();
    await()
        .atMost(SOON)
        .until(
            () -> {
              stripe.settleRefunds("succeeded");
              service.clock().advance(Duration.ofSeconds(5));
              return job(performance).at("/refunds/paid").asLong() == REFUNDS + 1;
            });
    assertThat(job(performance).at("/refunds/paidMinor").asLong())
        .isEqualTo(2_500L * (REFUNDS + 1));
    for (Answer payment : payments) {
      assertThat(stripe.refundsOf(payment.text("/paymentId")))
          .as("once")
          .singleElement()
          .satisfies(refund -> assertThat(refund).containsEntry("amount", 2_500L));
    }
  }

  private JsonNode job(String performance) {
    return theatre.staff().get("/jobs/" + performance).expecting(200).json();
  }

  private JsonNode look(Answer order) {
    return theatre.look(order).expecting(200).json();
  }

  private static Answer tell(Notice notice) {
    return StripeNotices.tell(service, notice.secret(), notice.type(), notice.session());
  }

  private static Notice completed(Map<String, Object> session) {
    return new Notice(StripeNotices.SECRET, "checkout.session.completed", session);
  }

  /** Paid, told twice; before or after it a stale one, one that says nothing, and a forged one. */
  private static List<Notice> noticesOf(String payment) {
    Map<String, Object> open = stripe.sessionsOf(payment).getFirst();
    Map<String, Object> stale = new HashMap<>(open);
    stale.put("status", "expired");
    Map<String, Object> paid = stripe.pay(payment);
    return List.of(
        new Notice(StripeNotices.SECRET, "checkout.session.completed", paid),
        new Notice(StripeNotices.SECRET, "checkout.session.completed", paid),
        new Notice(StripeNotices.SECRET, "checkout.session.expired", stale),
        new Notice(StripeNotices.SECRET, "checkout.session.updated", open),
        new Notice("whsec_of_a_forger", "checkout.session.completed", paid));
  }

  private static String hall(Theatre theatre, int places) {
    String plan =
        theatre
            .admin()
            .post(
                "/venues/" + theatre.venue + "/seating-plans",
                """
                {"name":"Hall","zones":[{"name":"FLOOR"}],"sections":[],
                 "areas":[{"name":"HALL","zone":"FLOOR","capacity":%d}]}
                """
                    .formatted(places))
            .expecting(201)
            .text("/seatingPlanId");
    String performance =
        theatre
            .schedule(
                """
                {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
                 "priceList":{"FLOOR":[
                   {"priceType":"FULL","name":"Fosse","faceValueMinor":2500,"taxRate":"5.5"}]}}
                """
                    .formatted(
                        theatre.production,
                        theatre.venue,
                        plan,
                        theatre.service.clock().instant().plus(20, ChronoUnit.DAYS)))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
    return performance;
  }

  private static Answer order(Theatre theatre, String performance) {
    Answer hold =
        theatre
            .buyer()
            .post("/performances/" + performance + "/holds", "{\"area\":\"HALL\",\"quantity\":1}")
            .expecting(201);
    return theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            """
            {"holdId":"%s","tickets":[{"area":"HALL","quantity":1,"priceType":"FULL"}]}
            """
                .formatted(hold.text("/holdId")))
        .expecting(201);
  }

  private static Answer pay(Theatre theatre, Answer order) {
    return theatre
        .buyer()
        .with("Order-Secret", order.text("/orderSecret"))
        .post(
            "/orders/" + order.text("/orderId") + "/payments",
            "{\"method\":\"CARD\",\"provider\":\"stripe\",\"amountMinor\":2500}")
        .expecting(201);
  }

  /** One of many things that are done at once. */
  private interface Task {
    java.util.concurrent.Callable<Answer> of(int index);
  }

  private static List<Answer> at(int number, Task task) throws Exception {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Answer>> running = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        running.add(executor.submit(task.of(i)));
      }
      for (Future<Answer> one : running) {
        answers.add(one.get());
      }
    }
    return answers;
  }
}
