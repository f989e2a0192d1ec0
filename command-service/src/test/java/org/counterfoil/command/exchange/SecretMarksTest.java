package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterfoil.command.code.TestCodes;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMarksTest {

  private static final UUID ID = UUID.fromString("01a20667-d019-7000-8bb4-740225c83c9a");

  private static final TicketCode CODE = new TicketCode(new PerformanceId(ID), 42, 3);

  private final Secrets secrets = new Secrets(new byte[32]);
  private final TicketCodes codes = TestCodes.of(secrets);
  private final SecretMarks marks = new SecretMarks(secrets, codes, new VoucherCodes(secrets));

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
                    SecretMarks.ticketCode(CODE)));

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
                        codes.text(CODE))));
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
        "{\"holdSecret\":\"${hold-secret:01a20667-d019-7000-8bb4-740225c83c9a.1}\"}",
        "{\"name\":\"${ticket-code:01a20667-d019-7000-8bb4-740225c83c9a.1.0}\"}",
        "{\"code\":\"${ticket-code:01a20667-d019-7000-8bb4-740225c83c9a}\"}",
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

  /**
   * Marks are searched for by what surrounds them; the pattern tried at every place is the truth.
   */
  @Test
  void searchingFindsWhatThePatternFinds() {
    String mark = "${redirect-url:" + ID + "}";
    List<String> pieces =
        List.of(
            "\"redirectUrl\":\"", mark, "\"", ":", "redirectUrl", "name", "\\", "$", "{", ",", "}");
    long seed = 20_261_127;
    Random random = new Random(seed);
    int filled = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder json = new StringBuilder();
      for (int count = random.nextInt(12); count >= 0; count--) {
        json.append(pieces.get(random.nextInt(pieces.size())));
      }
      String sent = marks.fill(json.toString(), payment -> "filled");

      assertThat(sent)
          .as("seed %d, %s", seed, json)
          .isEqualTo(
              Pattern.compile("\"redirectUrl\":\"" + Pattern.quote(mark) + "\"")
                  .matcher(json)
                  .replaceAll("\"redirectUrl\":\"filled\""));
      filled += sent.contains("filled") ? 1 : 0;
    }
    assertThat(filled).as("answers with a mark, seed %d", seed).isPositive();
  }
}
