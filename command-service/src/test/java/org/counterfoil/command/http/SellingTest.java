package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a hold to tickets, as buyers and the box office do it. */
@ExtendWith(SharedService.class)
class SellingTest {

  private final Theatre theatre;

  SellingTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  @Test
  void theCounterSellsTwoSeatsForCash() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    assertThat(hold.json().at("/seats/1/seatId").asString()).isEqualTo("ORCH-A-2");
    assertThat(hold.text("/seats/0/section")).isEqualTo("ORCH");
    assertThat(hold.text("/currency")).isEqualTo("EUR");
    assertThat(hold.json().at("/offers/STALLS")).hasSize(2);
    assertThat(hold.header("Location")).isEqualTo("/api/v1/holds/" + hold.text("/holdId"));
    assertThat(hold.header("Counterfoil-Position")).matches("[0-9]+");

    Answer order = theatre.order(theatre.staff(), hold).expecting(201);
    assertThat(order.json().at("/totalMinor").asLong()).isEqualTo(5_000);
    assertThat(order.json().at("/taxMinor").asLong()).isEqualTo(2 * 130);

    Answer half = theatre.pay(theatre.staff(), order, "CASH", 2_000).expecting(201);
    assertThat(half.text("/state")).isEqualTo("CAPTURED");
    assertThat(half.json().has("tickets")).isFalse();
    Answer rest = theatre.pay(theatre.staff(), order, "CARD", 3_000, "TPE-1").expecting(201);
    assertThat(rest.json().at("/tickets")).hasSize(2);
    assertThat(rest.json().at("/tickets/0/ticketNumber").asInt()).isEqualTo(1);
    assertThat(rest.text("/tickets/0/code")).hasSize(144);

    Answer state = theatre.look(order).expecting(200);
    assertThat(state.text("/state")).isEqualTo("COMPLETED");
    assertThat(state.json().at("/payments")).hasSize(2);
    Answer tickets =
        theatre
            .buyer()
            .with("Order-Secret", order.text("/orderSecret"))
            .get("/orders/" + order.text("/orderId") + "/tickets?limit=1")
            .expecting(200);
    assertThat(tickets.json().at("/items")).hasSize(1);
    assertThat(tickets.text("/items/0/code")).isEqualTo(rest.text("/tickets/0/code"));
    assertThat(tickets.text("/nextCursor")).isNotBlank();
  }
}
