package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets for schools and parties that pay later. */
@ExtendWith(SharedService.class)
class OnAccountTest {

  private final Theatre theatre;

  OnAccountTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private Answer order(String... seats) {
    return theatre
        .order(theatre.staff(), theatre.hold(theatre.staff(), seats).expecting(201))
        .expecting(201);
  }

  private Answer onAccount(Api caller, Answer order) {
    return caller.post("/orders/" + order.text("/orderId") + "/account", "");
  }

  private Answer refund(Answer order, String ticket, String more) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"CUSTOMER_REQUEST\"%s}"
                .formatted(ticket, more));
  }

  @Test
  void ticketsAreIssuedBeforeTheyArePaid_andPaidInOne() {
    Answer order = order("ORCH-A-1", "ORCH-A-2");

    Answer issued = onAccount(theatre.staff(), order).expecting(200);

    assertThat(issued.json().at("/tickets")).hasSize(2);
    assertThat(issued.text("/tickets/0/code")).hasSize(144);
    assertThat(onAccount(theatre.staff(), order).expecting(200).json().at("/tickets")).isEmpty();
    Answer owing = theatre.look(order);
    assertThat(owing.text("/state")).isEqualTo("COMPLETED");
    assertThat(owing.json().at("/isOnAccount").asBoolean()).isTrue();
    assertThat(owing.json().at("/outstandingMinor").asLong()).isEqualTo(5_000);
    assertThat(theatre.pay(theatre.staff(), order, "TRANSFER", 4_999).outcome())
        .isEqualTo("409 PARTIAL_PAYMENT");
    assertThat(theatre.pay(theatre.staff(), order, "TRANSFER", 5_001).outcome())
        .isEqualTo("409 OVERPAYMENT");
    theatre.pay(theatre.staff(), order, "TRANSFER", 5_000).expecting(201);
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isZero();
    assertThat(theatre.pay(theatre.staff(), order, "TRANSFER", 1).outcome())
        .isEqualTo("409 OVERPAYMENT");
    Answer back = refund(order, issued.text("/tickets/0/ticketId"), "").expecting(201);
    assertThat(back.json().at("/parts/0/amountMinor").asLong()).isEqualTo(2_500);
  }

  @Test
  void ticketsThatComeBackUnpaidAreNotOwedAnyMore() {
    Answer order = order("ORCH-A-3", "ORCH-A-4");
    Answer issued = onAccount(theatre.staff(), order).expecting(200);
    String first = issued.text("/tickets/0/ticketId");
    assertThat(refund(order, first, ",\"amountMinor\":1000").outcome())
        .isEqualTo("409 ORDER_NOT_PAID");

    Answer back = refund(order, first, "").expecting(201);

    assertThat(back.json().at("/amountMinor").asLong()).isEqualTo(2_500);
    assertThat(back.json().at("/parts")).isEmpty();
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isEqualTo(2_500);
    theatre.hold(theatre.buyer(), "ORCH-A-3").expecting(201);
    theatre.pay(theatre.staff(), order, "TRANSFER", 2_500).expecting(201);
    Answer rest = refund(order, issued.text("/tickets/1/ticketId"), "").expecting(201);
    assertThat(rest.json().at("/parts/0/amountMinor").asLong()).isEqualTo(2_500);
  }

  @Test
  void whatIsOwedForIsNotExchanged_whatIsPaidIs() {
    Answer order = order("ORCH-A-5");
    String ticket = onAccount(theatre.staff(), order).expecting(200).text("/tickets/0/ticketId");
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-6").expecting(201);
    String wish =
        """
        {"ticketIds":["%s"],"holdId":"%s","tickets":[{"seatId":"ORCH-A-6","priceType":"FULL"}]}
        """
            .formatted(ticket, hold.text("/holdId"));
    String path = "/orders/" + order.text("/orderId") + "/exchanges";

    assertThat(theatre.staff().post(path, wish).outcome()).isEqualTo("409 ORDER_NOT_PAID");
    theatre.pay(theatre.staff(), order, "TRANSFER", 2_500).expecting(201);
    theatre.staff().post(path, wish).expecting(201);
  }

  @Test
  void aPartyThatConfirmsItsReservationPaysLater() {
    String until = theatre.service.clock().instant().plus(Duration.ofDays(2)).toString();
    Answer made =
        theatre
            .staff()
            .post(
                "/reservations",
                """
                {"performanceId":"%s","optionUntil":"%s","seats":["ORCH-A-7","ORCH-A-8"]}
                """
                    .formatted(theatre.performance, until))
            .expecting(201);
    Answer order =
        theatre
            .staff()
            .post(
                "/orders",
                """
                {"holdId":"%s","tickets":[{"seatId":"ORCH-A-7","priceType":"FULL"},
                 {"seatId":"ORCH-A-8","priceType":"FULL"}]}
                """
                    .formatted(made.text("/holdId")))
            .expecting(201);

    assertThat(onAccount(theatre.staff(), order).expecting(200).json().at("/tickets")).hasSize(2);

    Answer reservation = theatre.staff().get("/reservations/" + made.text("/reservationId"));
    assertThat(reservation.text("/state")).isEqualTo("CONFIRMED");
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isEqualTo(5_000);
  }

  @Test
  void onlyStaffPutAnUnpaidOrderOnAccount() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-B-1").expecting(201);
    Answer mine = theatre.order(theatre.buyer(), hold).expecting(201);
    Api buyer = theatre.buyer().with("Order-Secret", mine.text("/orderSecret"));
    assertThat(onAccount(buyer, mine).status()).isEqualTo(401);
    assertThat(onAccount(Api.of(theatre.service).as(theatre.channel("AGENCY")), mine).outcome())
        .isEqualTo("403 ACCESS_DENIED");

    theatre.pay(theatre.staff(), mine, "CASH", 500).expecting(201);
    assertThat(onAccount(theatre.staff(), mine).outcome()).isEqualTo("409 ORDER_PARTLY_PAID");
    theatre.pay(theatre.staff(), mine, "CASH", 2_000).expecting(201);
    assertThat(onAccount(theatre.staff(), mine).outcome()).isEqualTo("409 ORDER_COMPLETED");
  }
}
