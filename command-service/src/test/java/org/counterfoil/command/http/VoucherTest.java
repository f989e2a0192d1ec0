package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Vouchers are sold, spent, and take money back, on the running service. */
@ExtendWith(SharedService.class)
class VoucherTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Currency EUR = Currency.getInstance("EUR");

  private final RunningService service;
  private final Theatre theatre;

  VoucherTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void itsCodeIsToldWhenItIsPaid_andKeptNowhere() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order = orderWithVoucher(hold, 5_000);
    assertThat(theatre.look(order).json().at("/lines/0/voucherCode").asString()).isEmpty();
    theatre.pay(theatre.staff(), order, "CASH", 7_500).expecting(201);

    String code = theatre.look(order).json().at("/lines/0/voucherCode").asString();

    assertThat(code).matches("([A-Z2-7]{5}-){7}[A-Z2-7]{5}");
    JsonNode state = state(code).json();
    assertThat(state.at("/balanceMinor").asLong()).isEqualTo(5_000);
    assertThat(state.at("/isExpired").asBoolean()).isFalse();
    assertThat(state(code.toLowerCase(Locale.ROOT).replace("-", " ")).status()).isEqualTo(200);
    UUID voucher = UUID.fromString(state.at("/voucherId").asString());
    service
        .log()
        .readStream(voucher)
        .forEach(
            recorded ->
                assertThat(new String(recorded.entry(), StandardCharsets.UTF_8))
                    .doesNotContain(code)
                    .doesNotContain(code.replace("-", "")));
  }

  @Test
  void aForgedCodeIsUnknown_andSoIsOneOfAnotherOrganisation() {
    String code = voucher(5_000);
    String forged = code.substring(0, 46) + (code.charAt(46) == 'A' ? 'B' : 'A');
    Theatre other = Theatre.in(service);
    Answer order = ordered("ORCH-A-2");
    Answer elsewhere =
        other.order(other.staff(), other.hold(other.staff(), "ORCH-A-1").expecting(201));

    assertThat(state(forged).outcome()).isEqualTo("404 UNKNOWN_VOUCHER");
    assertThat(state("").outcome()).isEqualTo("404 UNKNOWN_VOUCHER");
    assertThat(pay(theatre.staff(), order, forged, 2_500).outcome())
        .isEqualTo("404 UNKNOWN_VOUCHER");
    assertThat(pay(other.staff(), elsewhere, code, 2_500).outcome())
        .isEqualTo("404 UNKNOWN_VOUCHER");
    assertThat(balance(code)).isEqualTo(5_000);
  }

  @Test
  void itPaysAPart_theRestIsPaidOtherwise_andItsMoneyGoesBackToIt() {
    String code = voucher(1_000);
    Answer order = ordered("ORCH-A-2");
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    assertThat(pay(buyer, order, code, 1_001).outcome()).isEqualTo("409 VOUCHER_BALANCE_TOO_LOW");
    assertThat(pay(buyer, order, code, 0).outcome()).isEqualTo("400 AMOUNT_NOT_POSITIVE");

    Answer part = pay(buyer, order, code, 1_000).expecting(201);

    assertThat(part.text("/state")).isEqualTo("CAPTURED");
    assertThat(balance(code)).isZero();
    theatre.pay(theatre.staff(), order, "CASH", 1_500).expecting(201);
    Answer refund = refund(order, "ORIGINAL");
    assertThat(refund.text("/parts/0/provider")).isEqualTo("voucher");
    await().atMost(SOON).until(() -> balance(code) == 1_000);
    await()
        .atMost(SOON)
        .until(() -> theatre.look(order).json().at("/refunds/0/isPaid").asBoolean());
  }

  @Test
  void paidInFull_ticketsAreInTheAnswer_onceUnderOneKey() {
    String code = voucher(5_000);
    Answer order = ordered("ORCH-A-2");
    Api buyer =
        theatre
            .buyer()
            .with("Order-Secret", order.text("/orderSecret"))
            .with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = pay(buyer, order, code, 2_500).expecting(201);
    Answer again = pay(buyer, order, code, 2_500).expecting(201);

    assertThat(first.json().at("/tickets")).hasSize(1);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(balance(code)).isEqualTo(2_500);
  }

  @Test
  void manyOrdersAtOnceNeverSpendMoreThanThereIs() throws Exception {
    String code = voucher(6_000);
    List<Answer> orders = new ArrayList<>();
    for (int seat = 1; seat <= 6; seat++) {
      orders.add(ordered("ORCH-B-" + seat));
    }
    var waiting = new ConcurrentLinkedQueue<>(orders);

    List<String> outcomes =
        Parallel.run(6, () -> pay(theatre.staff(), waiting.remove(), code, 2_500).outcome());

    assertThat(outcomes)
        .containsOnly("201", "409 VOUCHER_BALANCE_TOO_LOW")
        .filteredOn("201"::equals)
        .hasSize(2);
    assertThat(balance(code)).isEqualTo(1_000);
    assertThat(orders.stream().filter(this::isCompleted)).hasSize(2);
  }

  @Test
  void aRefundMayGoToANewVoucher() {
    Answer order = ordered("ORCH-A-2");
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);

    Answer refund = refund(order, "VOUCHER");

    assertThat(refund.json().at("/parts/0/isPaid").asBoolean()).isTrue();
    assertThat(refund.json().at("/voucher/amountMinor").asLong()).isEqualTo(2_500);
    String code = refund.text("/voucher/voucherCode");
    assertThat(balance(code)).isEqualTo(2_500);
    Answer next = ordered("ORCH-A-3");
    pay(theatre.staff(), next, code, 2_500).expecting(201);
    assertThat(isCompleted(next)).isTrue();
  }

  @Test
  void aVoucherBuysNoVoucher_andNamesItsCodeOrNone() {
    String code = voucher(5_000);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201);
    Answer order = orderWithVoucher(hold, 1_000);

    assertThat(pay(theatre.staff(), order, code, 3_500).outcome())
        .isEqualTo("409 VOUCHER_BUYS_NO_VOUCHER");
    assertThat(theatre.pay(theatre.staff(), order, "VOUCHER", 3_500).outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(balance(code)).isEqualTo(5_000);
  }

  @Test
  void aSinglePurposeVoucherIsTaxedWhenItIsSold_andPaysForNothingElse() {
    String path = "/organisations/" + theatre.organisation + "/voucher-terms";
    theatre.admin().put(path, "{\"validDays\":30,\"taxRate\":\"5.5\"}").expecting(200);
    Answer sale =
        theatre
            .staff()
            .post(
                "/orders",
                "{\"organisationId\":\"%s\",\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":5000}]}"
                    .formatted(theatre.organisation))
            .expecting(201);
    assertThat(sale.json().at("/taxMinor").asLong()).isEqualTo(261);
    theatre.pay(theatre.staff(), sale, "CASH", 5_000).expecting(201);
    String code = theatre.look(sale).text("/lines/0/voucherCode");
    assertThat(state(code).text("/taxRate")).isEqualTo("5.5");

    Answer hold =
        theatre
            .staff()
            .post(
                "/performances/" + theatre.performance + "/holds",
                "{\"area\":\"PIT\",\"quantity\":1}")
            .expecting(201);
    Answer pit =
        theatre
            .staff()
            .with("Hold-Secret", hold.text("/holdSecret"))
            .post(
                "/orders",
                "{\"holdId\":\"%s\",\"tickets\":[{\"area\":\"PIT\",\"priceType\":\"FULL\"}]}"
                    .formatted(hold.text("/holdId")))
            .expecting(201);

    assertThat(pay(theatre.staff(), pit, code, 3_000).outcome())
        .isEqualTo("409 VOUCHER_OF_ANOTHER_RATE");
    assertThat(balance(code)).isEqualTo(5_000);
    pay(theatre.staff(), ordered("ORCH-A-2"), code, 2_500).expecting(201);
    assertThat(balance(code)).isEqualTo(2_500);
  }

  /** Killed after the voucher paid and before the order heard of it. */
  @Test
  void whatAVoucherPaidIsCompletedByWhoWatches() {
    String code = voucher(2_500);
    Answer order = ordered("ORCH-A-2");
    PaymentId payment = new PaymentId(service.beans(TimeOrderedIds.class).iterator().next().next());
    submit(start(order, code, payment));

    submit(spend(order, code, payment));

    await().atMost(SOON).until(() -> isCompleted(order));
    assertThat(balance(code)).isZero();
  }

  /** From the moment on at which it is given up, a payment that comes late is not made. */
  @Test
  void aPaymentThatWasGivenUpIsNeverMade() {
    String code = voucher(2_500);
    Answer order = ordered("ORCH-A-2");
    PaymentId payment = new PaymentId(service.beans(TimeOrderedIds.class).iterator().next().next());
    submit(start(order, code, payment));
    submit(new GiveUpPayment(idOf(code), orderId(order), payment));

    Outcome late = submit(spend(order, code, payment));

    assertThat(late).isInstanceOf(Outcome.Refused.class);
    assertThat(balance(code)).isEqualTo(2_500);
  }

  private StartPayment start(Answer order, String code, PaymentId payment) {
    return new StartPayment(
        orderId(order),
        PerformanceId.of(theatre.performance),
        payment,
        PaymentMethod.VOUCHER,
        ProviderName.VOUCHERS,
        idOf(code),
        new Money(2_500, EUR));
  }

  private SpendVoucher spend(Answer order, String code, PaymentId payment) {
    return new SpendVoucher(idOf(code), orderId(order), payment, new Money(2_500, EUR));
  }

  private VoucherId idOf(String code) {
    return VoucherId.of(state(code).text("/voucherId"));
  }

  private static OrderId orderId(Answer order) {
    return new OrderId(UUID.fromString(order.text("/orderId")));
  }

  private Outcome submit(Command command) {
    return service
        .beans(Lanes.class)
        .iterator()
        .next()
        .submit(
            new Submission(
                command,
                Actor.SYSTEM,
                UUID.randomUUID(),
                events -> new org.counterfoil.command.lane.Answer(204, ""),
                null));
  }

  private boolean isCompleted(Answer order) {
    return theatre.look(order).text("/state").equals("COMPLETED");
  }

  /** Sells a voucher beside a seat; its code. */
  private String voucher(long minor) {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer order = orderWithVoucher(hold, minor);
    theatre
        .pay(theatre.staff(), order, "CASH", order.json().at("/totalMinor").asLong())
        .expecting(201);
    return theatre.look(order).json().at("/lines/0/voucherCode").asString();
  }

  private Answer orderWithVoucher(Answer hold, long minor) {
    return theatre
        .staff()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"%s\",\"priceType\":\"FULL\"}],\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":%d}]}"
                .formatted(
                    hold.text("/holdId"), hold.json().at("/seats/0/seatId").asString(), minor))
        .expecting(201);
  }

  private Answer ordered(String seat) {
    return theatre
        .order(theatre.staff(), theatre.hold(theatre.staff(), seat).expecting(201))
        .expecting(201);
  }

  private static Answer pay(Api caller, Answer order, String code, long minor) {
    return caller.post(
        "/orders/" + order.text("/orderId") + "/payments",
        "{\"method\":\"VOUCHER\",\"amountMinor\":%d,\"voucherCode\":\"%s\"}"
            .formatted(minor, code));
  }

  private Answer refund(Answer order, String to) {
    String ticket = theatre.look(order).json().at("/tickets/0/ticketId").asString();
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"%s\",\"reasonCode\":\"GOODWILL\"}"
                .formatted(ticket, to))
        .expecting(201);
  }

  private Answer state(String code) {
    return theatre.buyer().post("/vouchers/state", "{\"voucherCode\":\"" + code + "\"}");
  }

  private long balance(String code) {
    return state(code).expecting(200).json().at("/balanceMinor").asLong();
  }
}
