package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.TakenBackReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Payments through Stripe, and what it tells: late, twice, out of order, forged or never. */
class StripeTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static StripeServer stripe;
  private static RunningService service;
  private static Theatre theatre;
  private static int seat;

  @BeforeAll
  static void start() {
    stripe = new StripeServer();
    service = RunningService.start(StripeNotices.settings(stripe));
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    stripe.follow(service.clock());
    theatre = Theatre.in(service);
  }

  @AfterAll
  static void stop() {
    service.close();
    stripe.close();
  }

  private record Sale(Answer order, Answer payment, String seat) {

    String id() {
      return payment.text("/paymentId");
    }

    Answer look() {
      return theatre.look(order).expecting(200);
    }

    Instant payBefore() {
      return Instant.parse(order.text("/payBefore"));
    }

    void awaitState(String state) {
      await().atMost(SOON).until(() -> look().text("/state").equals(state));
    }

    List<Event> events() {
      return service.log().readStream(OrderId.of(order.text("/orderId")).value()).stream()
          .map(recorded -> recorded.envelope().payload())
          .toList();
    }
  }

  private static Answer order() {
    seat++;
    Answer hold = theatre.hold(theatre.buyer(), "BALC-A-" + seat).expecting(201);
    return theatre.order(theatre.buyer(), hold).expecting(201);
  }

  private static Sale begin() {
    Answer order = order();
    return new Sale(order, pay(order, null), "BALC-A-" + seat);
  }

  private static Answer pay(Answer order, String key) {
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    return (key == null ? buyer : buyer.with("Idempotency-Key", key))
        .post(
            "/orders/" + order.text("/orderId") + "/payments",
            "{\"method\":\"CARD\",\"provider\":\"stripe\",\"amountMinor\":1500}");
  }

  private static Answer tell(String type, Map<String, Object> thing) {
    return StripeNotices.tell(service, StripeNotices.SECRET, type, thing);
  }

  @Test
  void theBuyerPaysOnStripesPage_andTheTicketIsIssued() {
    Sale sale = begin();
    Map<String, Object> session = stripe.sessionsOf(sale.id()).getFirst();
    assertThat(sale.payment().text("/redirectUrl")).isEqualTo(session.get("url"));
    assertThat(session).containsEntry("amount_total", 1_500L).containsEntry("currency", "eur");

    assertThat(tell("checkout.session.completed", stripe.pay(sale.id())).status()).isEqualTo(204);

    assertThat(sale.look().text("/state")).isEqualTo("COMPLETED");
    assertThat(sale.look().json().at("/tickets/0/ticketNumber").asInt()).isPositive();
  }

  @Test
  void whatComesTwiceOrOutOfOrder_hasOneEffect() {
    Sale sale = begin();
    Map<String, Object> paid = stripe.pay(sale.id());
    Map<String, Object> stale = new java.util.HashMap<>(paid);
    stale.put("status", "expired");
    stale.put("payment_status", "unpaid");

    for (Map<String, Object> each : List.of(stale, paid, paid, stale)) {
      assertThat(tell("checkout.session.updated", each).status()).isEqualTo(204);
    }

    assertThat(sale.look().text("/state")).isEqualTo("COMPLETED");
    assertThat(sale.look().text("/payments/0/state")).isEqualTo("CAPTURED");
    assertThat(sale.events()).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
    assertThat(sale.events()).filteredOn(OrderCompleted.class::isInstance).hasSize(1);
  }

  private static Map<String, Object> dispute(Object intent, long fee) {
    return Map.of(
        "id", "dp_1",
        "object", "dispute",
        "amount", 1_500,
        "currency", "eur",
        "reason", "fraudulent",
        "payment_intent", intent,
        "balance_transactions",
            List.of(
                Map.of(
                    "id",
                    "txn_1",
                    "object",
                    "balance_transaction",
                    "amount",
                    -1_500,
                    "fee",
                    fee,
                    "net",
                    -1_500 - fee,
                    "currency",
                    "eur")));
  }

  /** Told twice, and the end before the beginning: money goes once, and comes again once. */
  @Test
  void aDisputeTakesTheMoneyBack_andWhereItIsWonItComesAgain() {
    Sale sale = begin();
    Map<String, Object> paid = stripe.pay(sale.id());
    tell("checkout.session.completed", paid);
    Map<String, Object> lost = dispute(paid.get("payment_intent"), 1_500);
    Map<String, Object> won = dispute(paid.get("payment_intent"), -1_500);
    assertThat(tell("charge.dispute.created", lost).status()).as("no money yet").isEqualTo(204);
    assertThat(sale.look().json().at("/takenBackMinor").asLong()).isZero();
    assertThat(tell("charge.dispute.funds_reinstated", won).status())
        .as("to be told again")
        .isEqualTo(409);

    for (int times = 0; times < 2; times++) {
      assertThat(tell("charge.dispute.funds_withdrawn", lost).status()).isEqualTo(204);
    }

    assertThat(sale.look().json().at("/outstandingMinor").asLong()).isEqualTo(1_500);
    assertThat(sale.look().json().at("/voidTickets")).as("the organiser's to say").isEmpty();
    PaymentTakenBack taken =
        (PaymentTakenBack)
            sale.events().stream()
                .filter(PaymentTakenBack.class::isInstance)
                .reduce(
                    (one, other) -> {
                      throw new AssertionError("Expected one, but there are two");
                    })
                .orElseThrow();
    assertThat(taken.feeMinor()).isEqualTo(1_500);
    assertThat(taken.reason()).isEqualTo(TakenBackReason.FRAUD);
    for (String type : List.of("funds_reinstated", "funds_reinstated", "closed")) {
      assertThat(tell("charge.dispute." + type, won).status()).isEqualTo(204);
    }
    assertThat(tell("charge.dispute.funds_withdrawn", lost).status()).as("late").isEqualTo(204);
    assertThat(sale.look().json().at("/outstandingMinor").asLong()).isZero();
    assertThat(sale.look().json().at("/takenBackMinor").asLong()).isZero();
    assertThat(tell("charge.dispute.funds_withdrawn", dispute("pi_of_others", 0)).status())
        .as("not known at Stripe")
        .isEqualTo(503);
  }

  @Test
  void whatIsNotSignedByStripe_notLately_orNotOfOursChangesNothing() {
    Sale sale = begin();
    Map<String, Object> paid = stripe.pay(sale.id());
    String path = "/payment-providers/stripe/notifications";
    String type = "checkout.session.completed";

    assertThat(theatre.buyer().post(path, StripeNotices.body(type, paid)).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(StripeNotices.tell(service, "whsec_another", type, paid).outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    String body = StripeNotices.body(type, paid);
    Instant old = service.clock().instant().minusSeconds(301);
    assertThat(
            theatre
                .buyer()
                .with("Stripe-Signature", StripeNotices.signature(StripeNotices.SECRET, old, body))
                .post(path, body)
                .outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(tell("customer.created", Map.of("id", "cus_1", "object", "customer")).status())
        .isEqualTo(204);
    assertThat(
            tell(type, Map.of("id", "cs_1", "object", "checkout.session", "payment_status", "paid"))
                .status())
        .as("a session of somebody else on the same account")
        .isEqualTo(204);
    assertThat(sale.look().text("/payments/0/state")).isEqualTo("PENDING");
    assertThat(tell(type, paid).status()).as("and the true one").isEqualTo(204);
    assertThat(sale.look().text("/state")).isEqualTo("COMPLETED");
  }

  @Test
  void whereNoNotificationComes_stripeIsAskedBeforeTheHoldEnds() {
    Sale sale = begin();
    stripe.pay(sale.id());

    service.clock().driveTo(sale.payBefore().minusSeconds(29));

    sale.awaitState("COMPLETED");
    assertThat(sale.events()).filteredOn(PaymentCaptured.class::isInstance).hasSize(1);
  }

  /** Money that comes and is not told of, without the process: nobody asks, until it is there. */
  @Test
  void withoutAskingStripe_whatItDoesNotTellWouldBeForgotten() {
    Instant driven = service.clock().instant();
    service.restartWithout("paymentWatch");
    drive(driven);
    Sale sale = begin();
    stripe.pay(sale.id());

    service.clock().driveTo(sale.payBefore().plusSeconds(1));
    sale.awaitState("LAPSED");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> sale.look().text("/payments/0/state").equals("PENDING"));

    service.restart();
    drive(sale.payBefore().plusSeconds(1));
    sale.awaitState("COMPLETED");
  }

  private static void drive(Instant to) {
    service.clock().driveTo(to);
    stripe.follow(service.clock());
  }

  @Test
  void whoDoesNotPayLosesThePage_whenTheOrderLapses() {
    Sale sale = begin();

    service.clock().driveTo(sale.payBefore().plusSeconds(1));

    sale.awaitState("LAPSED");
    await()
        .atMost(SOON)
        .until(() -> "expired".equals(stripe.sessionsOf(sale.id()).getFirst().get("status")));
    await().atMost(SOON).until(() -> sale.look().text("/payments/0/state").equals("FAILED"));
  }

  @Test
  void moneyThatComesLateBuysTheSeatIfItIsFree_alsoWhereNobodyTells() {
    Sale sale = begin();
    stripe.pay(sale.id());
    stripe.loseAnswers(12); // it cannot be asked when the hold ends

    service.clock().driveTo(sale.payBefore().plusSeconds(1));
    sale.awaitState("LAPSED");
    stripe.loseAnswers(0);
    await()
        .atMost(SOON)
        .until(
            () -> {
              service.clock().advance(Duration.ofSeconds(30));
              return sale.look().text("/state").equals("COMPLETED");
            });

    assertThat(theatre.hold(theatre.buyer(), sale.seat()).outcome())
        .isEqualTo("409 SEAT_ALREADY_SOLD");
  }

  @Test
  void moneyInAnotherCurrencyIsRecorded_andGoesBackToItsEnd() {
    Sale sale = begin();

    assertThat(tell("checkout.session.completed", stripe.pay(sale.id(), 1_700, "usd")).status())
        .isEqualTo(204);

    assertThat(sale.look().text("/refunds/0/reason")).isEqualTo("PAID_IN_ANOTHER_CURRENCY");
    assertThat(sale.look().json().at("/refunds/0/amountMinor").asLong()).isEqualTo(1_700);
    awaitRefund(sale, "USD");
  }

  @Test
  void tooLittleMoneyIsAPart_andGoesBackWhenTheOrderLapses() {
    Sale sale = begin();

    tell("checkout.session.completed", stripe.pay(sale.id(), 1_000, "eur")).expecting(204);
    assertThat(sale.look().json().at("/receivedMinor").asLong()).isEqualTo(1_000);
    service.clock().driveTo(sale.payBefore().plusSeconds(1));

    sale.awaitState("LAPSED");
    awaitRefund(sale, "EUR");
  }

  /** A refund is under way, fails at the buyer's bank, is tried again and arrives; untold. */
  private static void awaitRefund(Sale sale, String currency) {
    await().atMost(SOON).until(() -> stripe.refundsOf(sale.id()).size() == 1);
    assertThat(sale.look().json().at("/refunds/0/isPaid").asBoolean()).as(currency).isFalse();
    stripe.settleRefunds("failed");
    await()
        .atMost(SOON)
        .until(
            () -> {
              service.clock().advance(Duration.ofSeconds(60));
              return stripe.refundsOf(sale.id()).size() == 2;
            });
    stripe.settleRefunds("succeeded");
    await()
        .atMost(SOON)
        .until(
            () -> {
              service.clock().advance(Duration.ofSeconds(60));
              return sale.look().json().at("/refunds/0/isPaid").asBoolean();
            });
    assertThat(stripe.refundsOf(sale.id())).hasSize(2);
  }

  @Test
  void answersThatAreLostCostNothing_oneSessionOneRefund() {
    Answer order = order();
    stripe.loseAnswers(3);
    Answer lost = pay(order, "again");
    stripe.loseAnswers(0);
    Answer payment = pay(order, "again").expecting(201);
    Sale sale = new Sale(order, payment, "BALC-A-" + seat);

    assertThat(lost.status()).isEqualTo(503);
    assertThat(stripe.sessionsOf(sale.id())).hasSize(1);
    tell("checkout.session.completed", stripe.pay(sale.id())).expecting(204);
    stripe.loseAnswers("POST /v1/refunds", 2);
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"GOODWILL\"}"
                .formatted(sale.look().text("/tickets/0/ticketId")))
        .expecting(201);
    await()
        .atMost(SOON)
        .until(
            () -> {
              service.clock().advance(Duration.ofSeconds(30));
              return stripe.refundsOf(sale.id()).size() == 1;
            });
    stripe.settleRefunds("succeeded");
    tell("refund.updated", stripe.refundsOf(sale.id()).getFirst()).expecting(204);

    assertThat(sale.look().json().at("/refunds/0/isPaid").asBoolean()).isTrue();
    assertThat(stripe.refundsOf(sale.id())).hasSize(1);
  }
}
