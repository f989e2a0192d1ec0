package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/**
 * Many notifications of many payments, doubled, shuffled and mixed with forged ones, told by many
 * at once: one effect each. {@code -Dcounterfoil.notifications=10000} tells so many.
 */
class StripeCrowdTest {

  private static final int NOTIFICATIONS = Integer.getInteger("counterfoil.notifications", 200);
  private static final long SEED = Long.getLong("counterfoil.seed", 20_261_127L);
  private static final int PER_PAYMENT = 5;
  private static final int AT_ONCE = 16;

  /** A notification to be told. */
  private record Notice(String secret, String type, Map<String, Object> session) {}

  @Test
  void eachHasOneEffect() throws Exception {
    try (StripeServer stripe = new StripeServer();
        RunningService service = RunningService.start(StripeNotices.settings(stripe))) {
      service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
      stripe.follow(service.clock());
      Theatre theatre = Theatre.in(service);
      int payments = NOTIFICATIONS / PER_PAYMENT;
      String performance = hall(theatre, payments);
      List<Answer> orders = at(payments, i -> () -> order(theatre, performance));
      List<Answer> begun = at(payments, i -> () -> pay(theatre, orders.get(i)));

      List<Notice> notices = new ArrayList<>();
      begun.forEach(payment -> notices.addAll(noticesOf(stripe, payment.text("/paymentId"))));
      Collections.shuffle(notices, new Random(SEED));
      List<Answer> answers =
          at(
              notices.size(),
              i ->
                  () -> {
                    Notice notice = notices.get(i);
                    return StripeNotices.tell(
                        service, notice.secret(), notice.type(), notice.session());
                  });

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
  }

  /** Paid, told twice; before or after it a stale one, one that says nothing, and a forged one. */
  private static List<Notice> noticesOf(StripeServer stripe, String payment) {
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
