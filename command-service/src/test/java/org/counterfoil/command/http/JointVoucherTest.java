package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
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

/** Vouchers pay for orders over two performances, 25.00 at 5.5 % and 35.00 at 2.1 %. */
@ExtendWith(SharedService.class)
class JointVoucherTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningService service;
  private final Theatre theatre;
  private final TwoNights nights;

  JointVoucherTest(RunningService service) {
    this.service = service;
    theatre = Theatre.in(service);
    nights = TwoNights.at(theatre);
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log()).findings()).isEmpty();
    for (String performance : List.of(theatre.performance, nights.island)) {
      assertThat(LogCheck.of(service.log(), PerformanceId.of(performance)).findings()).isEmpty();
    }
  }

  @Test
  void aVoucherPaysForAllParts_andEachGivesItsShareBackToItOnce() {
    String code = voucher(10_000);
    Answer order = nights.both("ORCH-A-1");

    Answer paid = pay(nights.buyer(order), order, code, 6_000).expecting(201);

    assertThat(paid.text("/state")).isEqualTo("CAPTURED");
    assertThat(paid.json().at("/tickets")).hasSize(2);
    assertThat(balance(code)).isEqualTo(4_000);
    Answer state = theatre.look(order);
    assertThat(state.json().at("/outstandingMinor").asLong()).isZero();
    // The second part never began a payment, and knows its voucher all the same.
    refund(order, state.text("/tickets/1/ticketId"));
    await().atMost(SOON).until(() -> balance(code) == 7_500);
    refund(order, state.text("/tickets/0/ticketId"));
    await().atMost(SOON).until(() -> balance(code) == 10_000 && isAllPaid(order, 2));
  }

  @Test
  void itPaysAPartOfTheTotal_andTheRestIsPaidOtherwise() {
    String code = voucher(3_000);
    Answer order = nights.both("ORCH-A-2");

    pay(theatre.staff(), order, code, 3_000).expecting(201);
    assertThat(theatre.look(order).text("/state")).isEqualTo("PLACED");
    theatre.pay(theatre.staff(), order, "CASH", 3_000).expecting(201);

    Answer state = theatre.look(order);
    assertThat(state.text("/state")).isEqualTo("COMPLETED");
    assertThat(state.json().at("/performances/0/receivedMinor").asLong()).isEqualTo(2_500);
    Answer back = refund(order, state.text("/tickets/1/ticketId"));
    assertThat(back.json().at("/parts/0/amountMinor").asLong()).isEqualTo(1_750);
    assertThat(back.text("/parts/0/provider")).isEqualTo("voucher");
    assertThat(back.text("/parts/1/method")).isEqualTo("CASH");
    await().atMost(SOON).until(() -> balance(code) == 1_750);
  }

  @Test
  void whatItRefusesLeavesTheOrderAsItWas() {
    String code = voucher(5_999);
    Answer order = nights.both("ORCH-A-3");

    assertThat(pay(theatre.staff(), order, code, 6_000).outcome())
        .isEqualTo("409 VOUCHER_BALANCE_TOO_LOW");
    assertThat(pay(theatre.staff(), order, code, 6_001).outcome()).isEqualTo("409 OVERPAYMENT");
    assertThat(pay(theatre.staff(), order, code, 5_999).outcome()).isEqualTo("409 PARTIAL_PAYMENT");

    assertThat(balance(code)).isEqualTo(5_999);
    pay(theatre.staff(), order, code, 5_000).expecting(201);
    theatre.pay(theatre.staff(), order, "CARD", 1_000, "TPE-1").expecting(201);
  }

  @Test
  void aVoucherBuysNoVoucher_whicheverPartSellsIt() {
    String code = voucher(20_000);
    Answer home = nights.hold(theatre.performance, "ORCH-A-4");
    Answer away = nights.hold(nights.island, "ORCH-A-4");
    Answer order =
        theatre
            .buyer()
            .post(
                "/orders",
                """
                {"holds":[{"holdId":"%s","holdSecret":"%s"},{"holdId":"%s","holdSecret":"%s"}],
                 "tickets":[%s,%s],
                 "lines":[{"product":"VOUCHER","amountMinor":5000,"performanceId":"%s"}]}
                """
                    .formatted(
                        home.text("/holdId"),
                        home.text("/holdSecret"),
                        away.text("/holdId"),
                        away.text("/holdSecret"),
                        TwoNights.full("ORCH-A-4"),
                        TwoNights.full("ORCH-A-4"),
                        nights.island))
            .expecting(201);

    assertThat(pay(theatre.staff(), order, code, 11_000).outcome())
        .isEqualTo("409 VOUCHER_BUYS_NO_VOUCHER");
    theatre.pay(theatre.staff(), order, "CASH", 11_000).expecting(201);
    assertThat(theatre.look(order).text("/lines/0/voucherCode")).isNotEmpty();
    assertThat(balance(code)).isEqualTo(20_000);
  }

  @Test
  void aSinglePurposeVoucherPaysForNoOrderOfWhichOnePartIsTaxedOtherwise() {
    theatre
        .admin()
        .put(
            "/organisations/" + theatre.organisation + "/voucher-terms",
            "{\"validDays\":30,\"taxRate\":\"5.5\"}")
        .expecting(200);
    String code = voucher(10_000);
    Answer order = nights.both("ORCH-A-5");

    assertThat(pay(theatre.staff(), order, code, 6_000).outcome())
        .isEqualTo("409 VOUCHER_OF_ANOTHER_RATE");
    assertThat(balance(code)).isEqualTo(10_000);
  }

  @Test
  void whatAVoucherPaidIsCompletedByWhoWatches() {
    String code = voucher(6_000);
    Answer order = nights.both("ORCH-A-6");
    PaymentId payment = newPayment();
    submit(start(order, code, payment));

    submit(spend(order, code, payment));

    await().atMost(SOON).until(() -> theatre.look(order).text("/state").equals("COMPLETED"));
    assertThat(theatre.look(order).json().at("/tickets")).hasSize(2);
    assertThat(balance(code)).isZero();
  }

  @Test
  void aPaymentThatWasGivenUpIsNeverMade() {
    String code = voucher(6_000);
    Answer order = nights.both("ORCH-A-7");
    PaymentId payment = newPayment();
    submit(start(order, code, payment));
    submit(new GiveUpPayment(idOf(code), orderId(order), payment));

    assertThat(submit(spend(order, code, payment))).isInstanceOf(Outcome.Refused.class);
    assertThat(balance(code)).isEqualTo(6_000);
    theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
  }

  @Test
  void theSameRequestTwiceIsOnePayment() {
    String code = voucher(12_000);
    Answer order = nights.both("ORCH-A-8");
    Api keyed = nights.buyer(order).with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = pay(keyed, order, code, 6_000).expecting(201);
    Answer again = pay(keyed, order, code, 6_000).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(balance(code)).isEqualTo(6_000);
  }

  private StartJointPayment start(Answer order, String code, PaymentId payment) {
    return new StartJointPayment(
        service.beans(Directory.class).iterator().next().order(orderId(order)).parts(),
        payment,
        PaymentMethod.VOUCHER,
        ProviderName.VOUCHERS,
        idOf(code),
        null,
        euros());
  }

  private SpendVoucher spend(Answer order, String code, PaymentId payment) {
    return new SpendVoucher(idOf(code), orderId(order), payment, euros());
  }

  private static Money euros() {
    return new Money(6_000, java.util.Currency.getInstance("EUR"));
  }

  private PaymentId newPayment() {
    return new PaymentId(service.beans(TimeOrderedIds.class).iterator().next().next());
  }

  private static OrderId orderId(Answer order) {
    return new OrderId(UUID.fromString(order.text("/orderId")));
  }

  private VoucherId idOf(String code) {
    return VoucherId.of(state(code).text("/voucherId"));
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

  private boolean isAllPaid(Answer order, int count) {
    JsonNode refunds = theatre.look(order).json().at("/refunds");
    int paid = 0;
    for (JsonNode refund : refunds) {
      paid += refund.at("/isPaid").asBoolean() ? 1 : 0;
    }
    return paid == count;
  }

  /** Sells a voucher alone; its code. */
  private String voucher(long minor) {
    Answer sale =
        theatre
            .staff()
            .post(
                "/orders",
                "{\"organisationId\":\"%s\",\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":%d}]}"
                    .formatted(theatre.organisation, minor))
            .expecting(201);
    theatre.pay(theatre.staff(), sale, "CASH", minor).expecting(201);
    return theatre.look(sale).text("/lines/0/voucherCode");
  }

  private static Answer pay(Api caller, Answer order, String code, long minor) {
    return caller.post(
        "/orders/" + order.text("/orderId") + "/payments",
        "{\"method\":\"VOUCHER\",\"amountMinor\":%d,\"voucherCode\":\"%s\"}"
            .formatted(minor, code));
  }

  private Answer refund(Answer order, String ticket) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"GOODWILL\"}"
                .formatted(ticket))
        .expecting(201);
  }

  private Answer state(String code) {
    return theatre.buyer().post("/vouchers/state", "{\"voucherCode\":\"" + code + "\"}");
  }

  private long balance(String code) {
    return state(code).expecting(200).json().at("/balanceMinor").asLong();
  }
}
