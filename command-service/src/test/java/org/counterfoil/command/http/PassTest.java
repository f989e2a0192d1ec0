package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Passes are sold, used a ticket at a time, and get uses back, on the running service. */
@ExtendWith(SharedService.class)
class PassTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Currency EUR = Currency.getInstance("EUR");

  private static final String OFFERS =
      """
      {"offers":[
        {"pass":"TEN","name":"Carte 10 places","uses":10,"useMinor":1800,"taxRate":"5.5",
         "validDays":365},
        {"pass":"DUO","name":"Carte duo","uses":4,"useMinor":1800,"taxRate":"5.5",
         "usesPerPerformance":2,"validUntil":"2099-07-01T00:00:00Z"},
        {"pass":"STAFF","name":"Carte du guichet","uses":2,"useMinor":1800,"taxRate":"5.5",
         "validDays":30,"roles":["BOX_OFFICE"]}]}
      """;

  private static final String PRICES =
      """
      {"priceList":
       {"STALLS":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":2500,"taxRate":"5.5"},
                  {"priceType":"CARD10","name":"Carte 10","faceValueMinor":1800,"taxRate":"5.5",
                   "pass":"TEN"},
                  {"priceType":"DUO","name":"Carte duo","faceValueMinor":1800,"taxRate":"5.5",
                   "pass":"DUO"},
                  {"priceType":"DEAR","name":"Carte 10, gala","faceValueMinor":2000,
                   "taxRate":"5.5","pass":"TEN"}],
        "BALCONY":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":1500,"taxRate":"5.5"}],
        "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":3000,"taxRate":"2.1"}]}}
      """;

  private final RunningService service;
  private final Theatre theatre;

  PassTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    theatre
        .admin()
        .put("/organisations/" + theatre.organisation + "/pass-offers", OFFERS)
        .expecting(200);
    theatre
        .admin()
        .post("/performances/" + theatre.performance + "/price-list", PRICES)
        .expecting(200);
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log()).findings()).isEmpty();
  }

  @Test
  void itIsTaxedWhenItIsSold_andItsCodeIsKeptNowhere() {
    Answer sale = saleOf(theatre.buyer(), "TEN").expecting(201);
    assertThat(sale.json().at("/totalMinor").asLong()).isEqualTo(18_000);
    assertThat(sale.json().at("/taxMinor").asLong()).as("ten times 0.94").isEqualTo(940);
    assertThat(sale.text("/lines/0/pass")).isEqualTo("TEN");
    assertThat(theatre.look(sale).json().at("/lines/0/passCode").asString()).isEmpty();
    theatre.pay(theatre.staff(), sale, "CASH", 18_000).expecting(201);

    String code = theatre.look(sale).text("/lines/0/passCode");

    assertThat(code).matches("([A-Z2-7]{5}-){7}[A-Z2-7]{5}");
    JsonNode state = state(code).json();
    assertThat(state.at("/usesLeft").asInt()).isEqualTo(10);
    assertThat(state.at("/useMinor").asLong()).isEqualTo(1_800);
    service
        .log()
        .readStream(UUID.fromString(state.at("/passId").asString()))
        .forEach(
            recorded ->
                assertThat(new String(recorded.entry(), StandardCharsets.UTF_8))
                    .doesNotContain(code)
                    .doesNotContain(code.replace("-", "")));
  }

  @Test
  void whatIsOfferedIsSaid_andSoldToWhomItIsOffered() {
    Answer offers =
        theatre
            .buyer()
            .get("/organisations/" + theatre.organisation + "/pass-offers")
            .expecting(200);
    assertThat(offers.json().at("/offers")).hasSize(3);
    assertThat(saleOf(theatre.buyer(), "STAFF").outcome()).isEqualTo("409 PASS_NOT_OFFERED");
    assertThat(saleOf(theatre.buyer(), "NONE").outcome()).isEqualTo("409 PASS_NOT_OFFERED");
    saleOf(theatre.staff(), "STAFF").expecting(201);
    String path = "/organisations/" + theatre.organisation + "/pass-offers";
    assertThat(theatre.admin().put(path, OFFERS.replace("\"uses\":10", "\"uses\":0")).outcome())
        .isEqualTo("400 INVALID_PASS_OFFER");
    assertThat(theatre.admin().put(path, OFFERS.replace("\"DUO\"", "\"TEN\"")).outcome())
        .isEqualTo("400 PASS_OFFER_REPEATED");
  }

  @Test
  void aUseATicketIsTaken_andMoneyPaysForNoneOfThem() {
    String code = pass("TEN");
    Answer order = ordered("CARD10", "ORCH-A-1", "ORCH-A-2").expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));

    assertThat(theatre.pay(theatre.staff(), order, "CASH", 3_600).outcome())
        .isEqualTo("409 PASS_REQUIRED");
    assertThat(theatre.pay(theatre.staff(), order, "CASH", 1).outcome())
        .isEqualTo("409 PASS_REQUIRED");
    assertThat(theatre.pay(buyer, order, "CARD", 3_600).outcome()).isEqualTo("409 PASS_REQUIRED");
    assertThat(
            theatre.staff().post("/orders/" + order.text("/orderId") + "/account", "{}").outcome())
        .isEqualTo("409 PASS_REQUIRED");
    assertThat(pay(buyer, order, code, 1_800).outcome()).isEqualTo("409 PASS_PAYS_ITS_TICKETS");
    assertThat(usesLeft(code)).isEqualTo(10);
    Answer paid = pay(buyer, order, code, 3_600).expecting(201);

    assertThat(paid.text("/state")).isEqualTo("CAPTURED");
    assertThat(paid.json().at("/tickets")).hasSize(2);
    assertThat(usesLeft(code)).isEqualTo(8);
    assertThat(pay(buyer, order, code, 3_600).outcome()).isEqualTo("409 OVERPAYMENT");
    assertThat(usesLeft(code)).isEqualTo(8);
  }

  @Test
  void besideOthers_itPaysItsOwn_andMoneyTheRest() {
    String code = pass("TEN");
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    Answer order = order(hold, "CARD10", "FULL").expecting(201);

    assertThat(theatre.pay(theatre.staff(), order, "CASH", 2_501).outcome())
        .isEqualTo("409 PASS_REQUIRED");
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    assertThat(isCompleted(order)).isFalse();
    pay(theatre.staff(), order, code, 1_800).expecting(201);

    assertThat(isCompleted(order)).isTrue();
    assertThat(usesLeft(code)).isEqualTo(9);
    assertThat(refund(order, 0, "CASH").outcome()).isEqualTo("409 USE_GOES_BACK_WHOLE");
    refund(order, 1, "CASH").expecting(201);
    assertThat(usesLeft(code)).as("money goes back to who paid it").isEqualTo(9);
    Answer back = refund(order, 0, "ORIGINAL").expecting(201);
    assertThat(back.text("/parts/0/provider")).isEqualTo("pass");
    await().atMost(SOON).until(() -> usesLeft(code) == 10);
  }

  @Test
  void onlyAPassThatIsAskedForPays_andOfTheSameValue() {
    String ten = pass("TEN");
    String duo = pass("DUO");
    Answer full = ordered("FULL", "ORCH-A-1").expecting(201);
    Answer gala = ordered("DEAR", "ORCH-A-2").expecting(201);
    Answer card = ordered("CARD10", "ORCH-A-3").expecting(201);

    assertThat(pay(theatre.staff(), full, ten, 2_500).outcome()).isEqualTo("409 PASS_NOT_ASKED");
    assertThat(pay(theatre.staff(), card, duo, 1_800).outcome()).isEqualTo("409 PASS_NOT_ASKED");
    assertThat(pay(theatre.staff(), gala, ten, 2_000).outcome())
        .isEqualTo("409 PASS_OF_ANOTHER_VALUE");
    Answer hold = theatre.hold(theatre.staff(), "ORCH-B-1", "ORCH-B-2").expecting(201);
    assertThat(order(hold, "CARD10", "DUO").outcome()).isEqualTo("409 PASSES_DIFFER");
    assertThat(usesLeft(ten)).isEqualTo(10);
    assertThat(usesLeft(duo)).isEqualTo(4);
  }

  @Test
  void noMoreForOnePerformanceThanItPromises() {
    String code = pass("DUO");
    pay(theatre.staff(), ordered("DUO", "ORCH-A-1", "ORCH-A-2").expecting(201), code, 3_600)
        .expecting(201);
    Answer more = ordered("DUO", "ORCH-A-3").expecting(201);

    assertThat(pay(theatre.staff(), more, code, 1_800).outcome())
        .isEqualTo("409 PASS_USED_FOR_PERFORMANCE");
    assertThat(usesLeft(code)).isEqualTo(2);
  }

  @Test
  void aForgedCodeIsUnknown_andSoAreAVouchersAndAnotherOrganisations() {
    String code = pass("TEN");
    String forged = code.substring(0, 46) + (code.charAt(46) == 'A' ? 'B' : 'A');
    Theatre other = Theatre.in(service);
    Answer elsewhere =
        other.order(other.staff(), other.hold(other.staff(), "ORCH-A-1").expecting(201));

    assertThat(state(forged).outcome()).isEqualTo("404 UNKNOWN_PASS");
    assertThat(
            theatre.buyer().post("/vouchers/state", "{\"voucherCode\":\"" + code + "\"}").outcome())
        .isEqualTo("404 UNKNOWN_VOUCHER");
    assertThat(pay(other.staff(), elsewhere, code, 2_500).outcome()).isEqualTo("404 UNKNOWN_PASS");
  }

  @Test
  void seatsOfAPassAreExchangedForOthersOfIt_andForNothingElse() {
    String code = pass("TEN");
    Answer order = ordered("CARD10", "ORCH-A-1").expecting(201);
    pay(theatre.staff(), order, code, 1_800).expecting(201);

    assertThat(exchange(order, "ORCH-B-1", "FULL").outcome()).isEqualTo("409 PASS_TICKETS_DIFFER");
    exchange(order, "ORCH-B-2", "CARD10").expecting(201);

    assertThat(usesLeft(code)).isEqualTo(9);
    assertThat(refund(order, 1, "TRANSFER").outcome()).isEqualTo("409 USE_GOES_BACK_WHOLE");
    refund(order, 1, "ORIGINAL").expecting(201);
    await().atMost(SOON).until(() -> usesLeft(code) == 10);
  }

  @Test
  void aCancelledPerformanceGivesEveryUseBack() {
    String code = pass("TEN");
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    Answer order = order(hold, "CARD10", "FULL").expecting(201);
    pay(theatre.staff(), order, code, 1_800).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);

    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/cancellation",
            "{\"reasonCode\":\"ILLNESS\",\"refundFees\":true}")
        .expecting(202);

    await().atMost(SOON).until(() -> usesLeft(code) == 10);
    assertThat(theatre.look(order).json().at("/refundedMinor").asLong()).isEqualTo(4_300);
  }

  @Test
  void manyOrdersAtOnceNeverTakeMoreUsesThanThereAre() throws Exception {
    String code = pass("TEN");
    pay(
            theatre.staff(),
            ordered("CARD10", "ORCH-A-1", "ORCH-A-2", "ORCH-A-3", "ORCH-A-4", "ORCH-A-5")
                .expecting(201),
            code,
            9_000)
        .expecting(201);
    List<Answer> orders = new ArrayList<>();
    for (int seat = 1; seat <= 8; seat += 2) {
      orders.add(ordered("CARD10", "ORCH-B-" + seat, "ORCH-B-" + (seat + 1)).expecting(201));
    }
    var waiting = new ConcurrentLinkedQueue<>(orders);

    List<String> outcomes =
        Parallel.run(4, () -> pay(theatre.staff(), waiting.remove(), code, 3_600).outcome());

    assertThat(outcomes)
        .containsOnly("201", "409 PASS_USED_UP")
        .filteredOn("201"::equals)
        .hasSize(2);
    assertThat(usesLeft(code)).isEqualTo(1);
    assertThat(orders.stream().filter(this::isCompleted)).hasSize(2);
  }

  @Test
  void itIsNotGivenBackForMoney_norIssuedOnAccount() {
    Answer sale = saleOf(theatre.buyer(), "TEN").expecting(201);
    theatre.pay(theatre.staff(), sale, "CASH", 18_000).expecting(201);
    String line = theatre.look(sale).text("/lines/0/lineId");

    Answer refund =
        theatre
            .staff()
            .post(
                "/orders/" + sale.text("/orderId") + "/refunds",
                "{\"ticketIds\":[],\"lineIds\":[\"%s\"],\"to\":\"CASH\",\"reasonCode\":\"GOODWILL\"}"
                    .formatted(line));

    assertThat(refund.outcome()).isEqualTo("409 PASS_NOT_REFUNDED");
  }

  /** Killed after the pass paid and before the order heard of it. */
  @Test
  void whatAPassPaidIsCompletedByWhoWatches() {
    String code = pass("TEN");
    Answer order = ordered("CARD10", "ORCH-A-2").expecting(201);
    PaymentId payment = newPayment();
    submit(start(order, code, payment));

    submit(use(order, code, payment));

    await().atMost(SOON).until(() -> isCompleted(order));
    assertThat(usesLeft(code)).isEqualTo(9);
  }

  /** From the moment on at which it is given up, a payment that comes late is not made. */
  @Test
  void aPaymentThatWasGivenUpIsNeverMade() {
    String code = pass("TEN");
    Answer order = ordered("CARD10", "ORCH-A-2").expecting(201);
    PaymentId payment = newPayment();
    submit(start(order, code, payment));
    submit(new GiveUpPassPayment(idOf(code), orderId(order), payment));

    assertThat(submit(use(order, code, payment))).isInstanceOf(Outcome.Refused.class);
    assertThat(usesLeft(code)).isEqualTo(10);
  }

  private PaymentId newPayment() {
    return new PaymentId(service.beans(TimeOrderedIds.class).iterator().next().next());
  }

  private StartPassPayment start(Answer order, String code, PaymentId payment) {
    PassTerms terms =
        new PassTerms(
            new PassOfferCode("TEN"),
            new PublicLabel("Carte 10 places"),
            10,
            new Money(1_800, EUR),
            new TaxRate("5.5"),
            null,
            365,
            null);
    return new StartPassPayment(
        orderId(order),
        PerformanceId.of(theatre.performance),
        payment,
        idOf(code),
        terms,
        new Money(1_800, EUR));
  }

  private UsePass use(Answer order, String code, PaymentId payment) {
    return new UsePass(
        idOf(code),
        orderId(order),
        PerformanceId.of(theatre.performance),
        payment,
        new Money(1_800, EUR));
  }

  private PassId idOf(String code) {
    return PassId.of(state(code).text("/passId"));
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

  private Answer saleOf(Api caller, String offer) {
    return caller.post(
        "/orders",
        "{\"organisationId\":\"%s\",\"lines\":[{\"product\":\"PASS\",\"pass\":\"%s\"}]}"
            .formatted(theatre.organisation, offer));
  }

  /** Sells a pass; its code. */
  private String pass(String offer) {
    Answer sale = saleOf(theatre.staff(), offer).expecting(201);
    theatre
        .pay(theatre.staff(), sale, "CASH", sale.json().at("/totalMinor").asLong())
        .expecting(201);
    return theatre.look(sale).text("/lines/0/passCode");
  }

  /** Seats, all at one price type. */
  private Answer ordered(String priceType, String... seats) {
    String[] types = new String[seats.length];
    java.util.Arrays.fill(types, priceType);
    return order(theatre.hold(theatre.staff(), seats).expecting(201), types);
  }

  private Answer order(Answer hold, String... priceTypes) {
    return theatre
        .staff()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[%s]}"
                .formatted(hold.text("/holdId"), tickets(hold, priceTypes)));
  }

  private static String tickets(Answer hold, String... priceTypes) {
    List<String> tickets = new ArrayList<>();
    for (int i = 0; i < priceTypes.length; i++) {
      tickets.add(
          "{\"seatId\":\"%s\",\"priceType\":\"%s\"}"
              .formatted(hold.json().at("/seats/" + i + "/seatId").asString(), priceTypes[i]));
    }
    return String.join(",", tickets);
  }

  private static Answer pay(Api caller, Answer order, String code, long minor) {
    return caller.post(
        "/orders/" + order.text("/orderId") + "/payments",
        "{\"method\":\"PASS\",\"amountMinor\":%d,\"passCode\":\"%s\"}".formatted(minor, code));
  }

  private Answer refund(Answer order, int ticket, String to) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"%s\",\"reasonCode\":\"GOODWILL\"}"
                .formatted(ticketId(order, ticket), to));
  }

  private String ticketId(Answer order, int ticket) {
    return theatre.look(order).json().at("/tickets/" + ticket + "/ticketId").asString();
  }

  private Answer exchange(Answer order, String seat, String priceType) {
    Answer hold = theatre.hold(theatre.staff(), seat).expecting(201);
    return theatre
        .staff()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders/" + order.text("/orderId") + "/exchanges",
            "{\"ticketIds\":[\"%s\"],\"holdId\":\"%s\",\"tickets\":[%s],\"difference\":{\"method\":\"CASH\"}}"
                .formatted(ticketId(order, 0), hold.text("/holdId"), tickets(hold, priceType)));
  }

  private Answer state(String code) {
    return theatre.buyer().post("/passes/state", "{\"passCode\":\"" + code + "\"}");
  }

  private int usesLeft(String code) {
    return state(code).expecting(200).json().at("/usesLeft").asInt();
  }
}
