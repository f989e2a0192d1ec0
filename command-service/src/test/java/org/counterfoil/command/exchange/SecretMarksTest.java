package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMarksTest {

  private static final UUID ID = UUID.fromString("01a20667-d019-7000-8bb4-740225c83c9a");

  private final Secrets secrets = new Secrets(new byte[32]);
  private final SecretMarks marks = new SecretMarks(secrets);

  private record All(
      String holdSecret,
      String orderSecret,
      String token,
      String loginLink,
      String redirectUrl,
      String code) {}

  @Test
  void everyMarkIsFilledInItsOwnField() {
    String kept =
        DomainJson.mapper()
            .writeValueAsString(
                new All(
                    SecretMarks.hold(new HoldId(ID)),
                    SecretMarks.order(new OrderId(ID)),
                    SecretMarks.apiToken(new ApiTokenId(ID)),
                    SecretMarks.loginLink(new LoginLinkId(ID)),
                    SecretMarks.redirectUrl(new PaymentId(ID)),
                    SecretMarks.ticketCode(new TicketId(ID))));

    String sent = marks.fill(kept, payment -> "https://pay.example/" + payment);

    assertThat(sent)
        .isEqualTo(
            DomainJson.mapper()
                .writeValueAsString(
                    new All(
                        secrets.holdSecret(new HoldId(ID)),
                        secrets.orderSecret(new OrderId(ID)),
                        secrets.apiToken(new ApiTokenId(ID)),
                        "/login/" + secrets.loginLink(new LoginLinkId(ID)),
                        "https://pay.example/" + ID,
                        secrets.ticketCode(new TicketId(ID), 0))));
    assertThat(kept).doesNotContain(secrets.holdSecret(new HoldId(ID)));
  }

  /** A name that somebody chose to look like a mark, wherever an answer repeats it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"${hold-secret:01a20667-d019-7000-8bb4-740225c83c9a}\"}",
        "{\"name\":\"a ${hold-secret:01a20667-d019-7000-8bb4-740225c83c9a}\"}",
        "{\"holdSecret\":\"${order-secret:01a20667-d019-7000-8bb4-740225c83c9a}\"}",
        "{\"holdSecret\":\" ${hold-secret:01a20667-d019-7000-8bb4-740225c83c9a}\"}",
        "{\"holdSecret\":\"${hold-secret:not-an-id-not-an-id-not-an-id-not-an}\"}",
        "{\"${hold-secret:01a20667-d019-7000-8bb4-740225c83c9a}\":1}"
      })
  void aMarkAnywhereElseIsLeftAsItIs(String json) {
    assertThat(marks.fill(json, payment -> "never")).isEqualTo(json);
  }

  @Test
  void aNameThatQuotesAFieldIsStillAName() {
    String name = "\",\"holdSecret\":\"${hold-secret:" + ID + "}";
    String json = DomainJson.mapper().writeValueAsString(java.util.Map.of("name", name));

    assertThat(marks.fill(json, payment -> "never")).isEqualTo(json);
  }
}
