package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.counterfoil.command.http.TwoNights.full;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets at 25.00 are exchanged for those of a night on an island at 35.00, and back. */
@ExtendWith(SharedService.class)
class ExchangeElsewhereTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String CASH = ",\"difference\":{\"method\":\"CASH\"}";

  private final RunningService service;
  private final Theatre theatre;
  private final TwoNights nights;

  ExchangeElsewhereTest(RunningService service) {
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
  void theNewTicketIsAnOrderOfItsOwn_paidByTheOldOne() {
    Answer order = sold("ORCH-A-1");
    Answer hold = nights.hold(nights.island, "ORCH-A-1");
    assertThat(exchange(order, hold, "ORCH-A-1", "").outcome()).isEqualTo("409 DIFFERENCE_TO_PAY");

    Answer exchanged = exchange(order, hold, "ORCH-A-1", CASH).expecting(201);

    assertThat(exchanged.text("/state")).isEqualTo("EXCHANGED");
    assertThat(minor(exchanged, "/carriedMinor")).isEqualTo(2_500);
    assertThat(minor(exchanged, "/takenMinor")).isEqualTo(1_000);
    assertThat(minor(exchanged, "/tickets/0/ticketNumber")).isEqualTo(1);
    assertThat(exchanged.text("/tickets/0/performanceId")).isEqualTo(nights.island);
    Answer old = theatre.look(order);
    assertThat(old.json().at("/voidTickets")).hasSize(1);
    assertThat(minor(old, "/receivedMinor")).isZero();
    assertThat(minor(old, "/refundedMinor")).as("nothing went back").isZero();
    assertThat(minor(old, "/exchangedMinor")).isEqualTo(2_500);
    assertThat(minor(old, "/outstandingMinor")).isZero();
    Answer fresh = theatre.look(exchanged);
    assertThat(fresh.text("/state")).isEqualTo("COMPLETED");
    assertThat(minor(fresh, "/receivedMinor")).isEqualTo(3_500);
    assertThat(minor(fresh, "/taxMinor")).isEqualTo(72);
    assertThat(fresh.text("/exchangedFrom/0/orderId")).isEqualTo(order.text("/orderId"));
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").status()).as("free again").isEqualTo(201);
    assertThat(exchange(order, nights.hold(nights.island, "ORCH-A-2"), "ORCH-A-2", CASH).outcome())
        .isEqualTo("409 TICKET_VOID");
  }

  @Test
  void whoHasTheSecretOfTheOldOrderLearnsThatOfTheNew_andStaffDoNot() {
    Answer order = sold("ORCH-A-1");
    Answer exchanged =
        exchange(order, nights.hold(nights.island, "ORCH-A-1"), "ORCH-A-1", CASH).expecting(201);

    assertThat(theatre.look(order).text("/exchangedInto/0/orderSecret"))
        .isEqualTo(exchanged.text("/orderSecret"));
    assertThat(
            theatre
                .staff()
                .get("/orders/" + order.text("/orderId"))
                .json()
                .at("/exchangedInto/0/orderSecret")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void theDoorRefusesTheOldCode_andTheOtherDoorLetsTheNewOneIn() {
    Answer order = sold("ORCH-A-1");
    String old =
        theatre
            .buyer()
            .with("Order-Secret", order.text("/orderSecret"))
            .get("/orders/" + order.text("/orderId") + "/tickets")
            .text("/items/0/code");
    Answer exchanged =
        exchange(order, nights.hold(nights.island, "ORCH-A-1"), "ORCH-A-1", CASH).expecting(201);

    assertThat(scan(old, theatre.performance).text("/reason")).isEqualTo("VOIDED");
    assertThat(
            scan(exchanged.text("/tickets/0/code"), nights.island)
                .json()
                .at("/admitted")
                .asBoolean())
        .isTrue();
  }

  @Test
  void aProviderSendsTheMoneyOfAnExchangedTicketBack() {
    Answer hold = nights.hold(theatre.performance, "ORCH-A-1");
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    Answer begun = theatre.pay(nights.buyer(order), order, "CARD", 2_500).expecting(201);
    decide(begun, "pay");
    await().atMost(SOON).until(() -> theatre.look(order).text("/state").equals("COMPLETED"));
    Answer exchanged =
        exchange(order, nights.hold(nights.island, "ORCH-A-1"), "ORCH-A-1", CASH).expecting(201);

    Answer back = refund(exchanged);

    assertThat(back.text("/parts/0/provider")).isEqualTo("simulated");
    assertThat(minor(back, "/parts/0/amountMinor")).isEqualTo(2_500);
    assertThat(back.text("/parts/1/method")).isEqualTo("CASH");
    await()
        .atMost(SOON)
        .until(() -> theatre.look(exchanged).json().at("/refunds/0/isPaid").asBoolean());
    assertThat(theatre.look(order).json().at("/refunds")).isEmpty();
  }

  /** One of two tickets went to the island, and its share of the payment with it. */
  @Test
  void aPaymentThatIsTakenBackIsOwedByBothOrders_andComesAgainToBoth() {
    Answer hold = nights.hold(theatre.performance, "ORCH-B-1", "ORCH-B-2");
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    Answer card = theatre.pay(theatre.staff(), order, "CARD", 5_000).expecting(201);
    Answer exchanged =
        exchange(order, nights.hold(nights.island, "ORCH-B-1"), "ORCH-B-1", CASH).expecting(201);
    String payment = "/orders/" + order.text("/orderId") + "/payments/" + card.text("/paymentId");

    Answer gone =
        theatre
            .staff()
            .post(payment + "/chargeback", "{\"reasonCode\":\"DISPUTED\"}")
            .expecting(201);

    assertThat(minor(gone, "/amountMinor")).isEqualTo(5_000);
    assertThat(minor(theatre.look(order), "/outstandingMinor")).isEqualTo(2_500);
    assertThat(minor(theatre.look(exchanged), "/outstandingMinor")).isEqualTo(2_500);
    assertThat(refund(exchanged).json().at("/parts"))
        .as("the cash of the difference goes back, and not what is gone")
        .hasSize(1);
    Answer again = theatre.staff().post(payment + "/restoration", "{}").expecting(201);
    assertThat(minor(again, "/amountMinor")).isEqualTo(5_000);
    assertThat(again.json().at("/refundIds")).as("that of the ticket that came back").hasSize(1);
    assertThat(minor(theatre.look(order), "/outstandingMinor")).isZero();
  }

  @Test
  void toACheaperNightTheDifferenceGoesBack_andOnAgain() {
    Answer away = nights.hold(nights.island, "ORCH-A-3");
    Answer order = theatre.order(theatre.staff(), away).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 3_500).expecting(201);
    Answer home = nights.hold(theatre.performance, "ORCH-A-3");
    assertThat(exchange(order, home, "ORCH-A-3", "").outcome())
        .isEqualTo("409 DIFFERENCE_TO_GIVE_BACK");

    Answer exchanged =
        exchange(order, home, "ORCH-A-3", ",\"difference\":{\"to\":\"ORIGINAL\"}").expecting(201);

    assertThat(minor(exchanged, "/givenBackMinor")).isEqualTo(1_000);
    assertThat(theatre.look(order).text("/refunds/0/reason")).isEqualTo("EXCHANGED");
    assertThat(minor(theatre.look(exchanged), "/receivedMinor")).isEqualTo(2_500);
    Answer again =
        exchange(exchanged, nights.hold(nights.island, "ORCH-A-4"), "ORCH-A-4", CASH)
            .expecting(201);
    assertThat(minor(refund(again), "/parts/0/amountMinor")).isEqualTo(2_500);
  }

  @Test
  void ofAJointOrderOnePartGoes_andTheOtherStays() {
    Answer order = nights.both("ORCH-A-5");
    theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
    Answer other = nights.hold(nights.island, "ORCH-A-6");

    Answer exchanged = exchange(order, other, "ORCH-A-6", CASH).expecting(201);

    Answer state = theatre.look(order);
    assertThat(minor(state, "/performances/0/receivedMinor")).isZero();
    assertThat(minor(state, "/performances/1/receivedMinor")).isEqualTo(3_500);
    assertThat(minor(theatre.look(exchanged), "/receivedMinor")).isEqualTo(3_500);
  }

  @Test
  void eachPerformanceThatIsCancelledGivesBackItsOwn() {
    Answer order = sold("ORCH-A-7");
    Answer exchanged =
        exchange(order, nights.hold(nights.island, "ORCH-A-7"), "ORCH-A-7", CASH).expecting(201);

    theatre
        .admin()
        .post(
            "/performances/" + nights.island + "/cancellation",
            "{\"reasonCode\":\"WEATHER\",\"refundFees\":true}")
        .expecting(202);

    await().atMost(SOON).until(() -> minor(theatre.look(exchanged), "/refundedMinor") == 3_500);
    assertThat(minor(theatre.look(order), "/refundedMinor")).isZero();
    Answer late = sold("ORCH-A-8");
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/cancellation",
            "{\"reasonCode\":\"WEATHER\",\"refundFees\":true}")
        .expecting(202);
    await().atMost(SOON).until(() -> minor(theatre.look(late), "/refundedMinor") == 2_500);
    assertThat(minor(theatre.look(order), "/refundedMinor")).isZero();
  }

  @Test
  void whatDoesNotFitIsRefused_andTheTicketStaysGood() {
    Answer order = sold("ORCH-A-9");
    Answer hold = nights.hold(nights.island, "ORCH-A-9");
    Theatre other = Theatre.in(service);
    Answer foreign = other.hold(other.staff(), "ORCH-A-9").expecting(201);
    Answer account =
        theatre
            .order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-B-9").expecting(201))
            .expecting(201);
    theatre.staff().post("/orders/" + account.text("/orderId") + "/account", "").expecting(200);

    assertThat(exchange(order, foreign, "ORCH-A-9", CASH).outcome())
        .isEqualTo("409 ORGANISATIONS_DIFFER");
    assertThat(exchange(order, hold, "ORCH-A-8", CASH).outcome())
        .isEqualTo("400 TICKETS_DO_NOT_COVER_HOLDS");
    assertThat(exchange(account, hold, "ORCH-A-9", CASH).outcome()).isEqualTo("409 ORDER_NOT_PAID");
    assertThat(
            exchange(
                    order,
                    hold,
                    "ORCH-A-9",
                    ",\"difference\":{\"method\":\"CARD\",\"provider\":\"simulated\"}")
                .outcome())
        .isEqualTo("400 NOT_YET_OFFERED");
    assertThat(
            exchange(order, hold, "ORCH-A-9", ",\"difference\":{\"method\":\"EXCHANGE\"}")
                .outcome())
        .isEqualTo("409 METHOD_NOT_ACCEPTED");
    assertThat(theatre.pay(theatre.staff(), sold("ORCH-B-8"), "EXCHANGE", 1).outcome())
        .isEqualTo("409 METHOD_NOT_ACCEPTED");
    assertThat(theatre.look(order).json().at("/voidTickets")).isEmpty();
    exchange(order, hold, "ORCH-A-9", CASH).expecting(201);
  }

  @Test
  void theSameRequestTwiceIsOneExchange() {
    Answer order = sold("ORCH-B-1");
    Answer hold = nights.hold(nights.island, "ORCH-B-1");
    Api keyed = theatre.staff().with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = exchange(keyed, order, hold, "ORCH-B-1", CASH).expecting(201);
    Answer again = exchange(keyed, order, hold, "ORCH-B-1", CASH).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(theatre.look(order).json().at("/exchangedInto")).hasSize(1);
  }

  @Test
  void ofManyWhoExchangeOneTicketAtOnceOneDoes() throws Exception {
    Answer order = sold("ORCH-B-2");
    String ticket = theatre.look(order).text("/tickets/0/ticketId");
    var holds = new ConcurrentLinkedQueue<Answer>();
    for (int seat = 3; seat <= 6; seat++) {
      holds.add(nights.hold(nights.island, "ORCH-B-" + seat));
    }

    List<String> outcomes =
        Parallel.run(
            4,
            () -> {
              Answer hold = holds.remove();
              return exchange(
                      theatre.staff(), order, ticket, hold, hold.text("/seats/0/seatId"), CASH)
                  .outcome();
            });

    assertThat(outcomes)
        .containsOnly("201", "409 TICKET_VOID")
        .filteredOn("201"::equals)
        .hasSize(1);
  }

  private Answer sold(String seat) {
    Answer hold = theatre.hold(theatre.staff(), seat).expecting(201);
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    return order;
  }

  private Answer exchange(Answer order, Answer hold, String seat, String more) {
    return exchange(theatre.staff(), order, hold, seat, more);
  }

  private Answer exchange(Api caller, Answer order, Answer hold, String seat, String more) {
    String ticket = theatre.look(order).text("/tickets/0/ticketId");
    return exchange(caller, order, ticket, hold, seat, more);
  }

  private static Answer exchange(
      Api caller, Answer order, String ticket, Answer hold, String seat, String more) {
    return caller.post(
        "/orders/" + order.text("/orderId") + "/exchanges",
        "{\"ticketIds\":[\"%s\"],\"holdId\":\"%s\",\"tickets\":[%s]%s}"
            .formatted(ticket, hold.text("/holdId"), full(seat), more));
  }

  private Answer refund(Answer order) {
    String ticket = theatre.look(order).text("/tickets/0/ticketId");
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"GOODWILL\"}"
                .formatted(ticket))
        .expecting(201);
  }

  private Answer scan(String code, String performance) {
    return Api.of(service)
        .as(theatre.token("ADMISSION"))
        .post(
            "/admissions",
            "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                .formatted(code, performance))
        .expecting(200);
  }

  private void decide(Answer pending, String decision) {
    Api.of(service)
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post(pending.text("/redirectUrl") + "/decision", "decision=" + decision)
        .expecting(303);
  }

  private static long minor(Answer answer, String pointer) {
    return answer.json().at(pointer).asLong();
  }
}
