package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentFailed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments through the simulated provider: its page, its whims, money that comes late. */
class ProviderTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static RunningService service;
  private static Theatre theatre;

  private static int seat;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    theatre = Theatre.in(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private record Sale(Answer order, Answer payment, String seat) {

    void decide(String decision) {
      Api.of(service)
          .with("Content-Type", "application/x-www-form-urlencoded")
          .post(payment.text("/redirectUrl") + "/decision", "decision=" + decision)
          .expecting(303);
    }

    Answer look() {
      return theatre.look(order).expecting(200);
    }

    void awaitState(String state) {
      await().atMost(SOON).until(() -> look().text("/state").equals(state));
    }

    void awaitPayment(String state) {
      await().atMost(SOON).until(() -> look().text("/payments/0/state").equals(state));
    }

    List<Event> events() {
      return service.log().readStream(OrderId.of(order.text("/orderId")).value()).stream()
          .map(recorded -> recorded.envelope().payload())
          .toList();
    }
  }

  private static Sale begin(String reference) {
    seat++;
    String name = "BALC-A-" + seat;
    Answer hold = theatre.hold(theatre.buyer(), name).expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    Answer payment = theatre.pay(buyer, order, "CARD", 1_500, reference).expecting(201);
    assertThat(payment.text("/state")).isEqualTo("PENDING");
    return new Sale(order, payment, name);
  }

  @Test
  void theBuyerPaysOnThePage_andTheTicketIsIssued() {
    Sale sale = begin(null);
    Api browser = Api.of(service);
    assertThat(browser.get(sale.payment().text("/redirectUrl")).expecting(200).body())
        .contains("15.00 EUR", "Payer");

    sale.decide("pay");

    sale.awaitState("COMPLETED");
    assertThat(browser.get(sale.payment().text("/redirectUrl")).body()).contains("Payé");
    assertThat(sale.look().json().at("/tickets/0/ticketNumber").asInt()).isPositive();
  }

  @Test
  void theBuyerDeclines_andMayTryAgain() {
    Sale sale = begin(null);

    sale.decide("decline");

    sale.awaitPayment("FAILED");
    Api buyer = theatre.buyer().with("Order-Secret", sale.order().text("/orderSecret"));
    theatre.pay(buyer, sale.order(), "CARD", 1_500, "AUTO").expecting(201);
    sale.awaitState("COMPLETED");
  }

  @ParameterizedTest
  @CsvSource({"AUTO, first", "AUTO-DOUBLE, again", "AUTO-DELAY-1, first", "AUTO-DISORDER, stale"})
  void whateverComesHoweverOften_hasOneEffect(String reference, String lastNotice) {
    Sale sale = begin(reference);

    sale.awaitState("COMPLETED");
    await().atMost(SOON).until(() -> isHeard(sale, lastNotice));

    assertThat(sale.events()).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
    assertThat(sale.events()).noneMatch(PaymentFailed.class::isInstance);
  }

  /** Whether the provider's journal says that this notification was answered with 2xx. */
  private static boolean isHeard(Sale sale, String notice) {
    String id =
        UUID.nameUUIDFromBytes(
                (sale.payment().text("/paymentId") + notice).getBytes(StandardCharsets.UTF_8))
            .toString();
    return service.lines("simulated-card-provider.jsonl").stream()
        .anyMatch(step -> step.contains("HEARD") && step.contains(id));
  }

  @Test
  void aCardThatIsRefusedFailsThePayment_andTheOrderWaits() {
    Sale sale = begin("AUTO-DECLINE");

    sale.awaitPayment("FAILED");

    assertThat(sale.look().text("/state")).isEqualTo("PLACED");
  }

  @Test
  void whoseProviderNeverAnswers_losesTheSeatsAndNothingElse() {
    Sale sale = begin("AUTO-NEVER");

    lapse(sale);

    assertThat(sale.look().text("/payments/0/state")).isEqualTo("PENDING");
    theatre.hold(theatre.buyer(), sale.seat()).expecting(201);
  }

  @Test
  void moneyThatComesLateBuysTheSeatsIfTheyAreStillFree() {
    Sale sale = begin(null);
    lapse(sale);

    sale.decide("pay");

    sale.awaitState("COMPLETED");
    assertThat(theatre.hold(theatre.buyer(), sale.seat()).outcome())
        .isEqualTo("409 SEAT_ALREADY_SOLD");
  }

  @Test
  void moneyThatComesLateIsOwedBackIfTheyAreTaken() {
    Sale sale = begin(null);
    lapse(sale);
    theatre.hold(theatre.buyer(), sale.seat()).expecting(201);

    sale.decide("pay");

    await().atMost(SOON).until(() -> sale.look().json().at("/refunds").size() == 1);
    Answer look = sale.look();
    assertThat(look.text("/state")).isEqualTo("LAPSED");
    assertThat(look.text("/refunds/0/reason")).isEqualTo("PAID_TOO_LATE");
    assertThat(look.json().at("/refunds/0/amountMinor").asLong()).isEqualTo(1_500);
    await().atMost(SOON).until(() -> sale.look().json().at("/refunds/0/isPaid").asBoolean());
  }

  /** Lets the time pass in which the order could be paid. */
  private static void lapse(Sale sale) {
    Instant payBefore = Instant.parse(sale.order().text("/payBefore"));
    service.clock().driveTo(payBefore.plusSeconds(1));
    sale.awaitState("LAPSED");
  }

  @Test
  void anIdempotentPaymentIsBegunOnceAndAlwaysLeadsToTheSamePage() {
    seat++;
    Answer hold = theatre.hold(theatre.buyer(), "BALC-A-" + seat).expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer =
        theatre
            .buyer()
            .with("Order-Secret", order.text("/orderSecret"))
            .with("Idempotency-Key", "pay-once");

    Answer first = theatre.pay(buyer, order, "CARD", 1_500).expecting(201);
    Answer again = theatre.pay(buyer, order, "CARD", 1_500).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.text("/redirectUrl")).endsWith(first.text("/paymentId"));
    assertThat(
            service.log().readStream(OrderId.of(order.text("/orderId")).value()).stream()
                .filter(e -> e.envelope().payload() instanceof OrderEvent.PaymentStarted))
        .hasSize(1);
  }

  @Test
  void whatThePageTakesIsNotifiedAfterARestartToo() {
    Sale sale = begin("AUTO-DELAY-3");

    service.restart();

    Answer order = sale.order();
    await()
        .atMost(SOON)
        .until(() -> theatre.look(order).expecting(200).text("/state").equals("COMPLETED"));
  }

  @Test
  void notificationsAreBelievedOnlyWithTheProvidersSignature() {
    String path = "/payment-providers/simulated/notifications";
    assertThat(theatre.buyer().post(path, "{}").outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(
            theatre
                .buyer()
                .with("Simulated-Signature", "t=1,v1=" + "0".repeat(64))
                .post(path, "{}")
                .outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(theatre.buyer().post("/payment-providers/nobody/notifications", "{}").outcome())
        .isEqualTo("404 NOT_FOUND");
    assertThat(theatre.buyer().post("//simulated-card-provider/checkouts", "{}").status())
        .isEqualTo(400);
    assertThat(
            theatre
                .buyer()
                .with("Simulated-Key", "guess")
                .post(
                    "//simulated-card-provider/refunds",
                    """
                    {"refundId":"00000000-0000-7000-8000-000000000000",
                     "paymentId":"00000000-0000-7000-8000-000000000000","amountMinor":1,"currency":"EUR"}
                    """)
                .outcome())
        .isEqualTo("401 UNAUTHENTICATED");
  }
}
