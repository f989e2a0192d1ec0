package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lost ticket gets a new code under its number. */
@ExtendWith(SharedService.class)
class ReissueTest {

  private final Theatre theatre;

  ReissueTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  @Test
  void aReissueChangesTheCodeAndNothingElse() {
    Answer order = theatre.order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-A-1"));
    Answer sold = theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    String ticket = sold.text("/tickets/0/ticketId");
    String tickets = "/orders/" + order.text("/orderId") + "/tickets";
    assertThat(theatre.staff().get(tickets).text("/items/0/code"))
        .isEqualTo(sold.text("/tickets/0/code"));

    Api once = theatre.staff().with("Idempotency-Key", "lost-it");
    Answer reissued = once.post("/tickets/" + ticket + "/reissue", "{}").expecting(201);
    Answer again = once.post("/tickets/" + ticket + "/reissue", "{}").expecting(201);

    assertThat(reissued.json().at("/ticketNumber").asInt()).isEqualTo(1);
    assertThat(reissued.json().at("/issue").asInt()).isEqualTo(1);
    assertThat(reissued.json().at("/isDuplicate").asBoolean()).isTrue();
    assertThat(again.body()).isEqualTo(reissued.body());
    assertThat(reissued.text("/code")).hasSize(144).isNotEqualTo(sold.text("/tickets/0/code"));
    Answer now = theatre.staff().get(tickets);
    assertThat(now.text("/items/0/code")).isEqualTo(reissued.text("/code"));
    assertThat(now.json().at("/items/0/ticketNumber").asInt()).isEqualTo(1);
  }

  @Test
  void ofWhatIsNoTicketThereIsNone() {
    assertThat(
            theatre
                .staff()
                .post("/tickets/00000000-0000-7000-8000-000000000000/reissue", "{}")
                .outcome())
        .isEqualTo("404 UNKNOWN_TICKET");
  }

  @Test
  void theKeysAreThereForEverybody() {
    Answer keys = theatre.buyer().get("/ticket-keys").expecting(200);

    assertThat(keys.text("/keys/0/publicKey")).hasSize(44);
    assertThat(keys.text("/keys/0/keyId")).matches("[0-9a-f]{8}");
  }
}
