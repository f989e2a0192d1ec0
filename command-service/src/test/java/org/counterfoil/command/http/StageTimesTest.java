package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A performance takes place by itself when its end has come; the tests drive the clock. */
class StageTimesTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private static RunningService service;

  private final Theatre theatre = Theatre.in(service);
  private final String path = "/performances/" + theatre.performance;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void atItsEnd_theLastOneThatWasSet() {
    Instant first = end();
    Instant last = first.plus(Duration.ofDays(300));
    theatre
        .admin()
        .post(path + "/reschedule", "{\"startsAt\":\"%s\"}".formatted(last.minusSeconds(10_800)))
        .expecting(200);

    service.clock().driveTo(first.plusSeconds(60));
    assertThat(theatre.hold(theatre.staff(), "ORCH-A-1").status())
        .as("it is put off")
        .isEqualTo(201);
    assertThat(completions()).isEmpty();
    service.clock().driveTo(last);

    await().atMost(SOON).until(() -> !completions().isEmpty());
    assertThat(completions()).hasSize(1);
    assertThat(completions().getFirst().envelope().actor()).isEqualTo(Actor.SYSTEM);
    assertThat(completions().getFirst().envelope().recordedAt()).isEqualTo(last);
  }

  @Test
  void alsoWhereItsEndCameWhileNobodyWasThere() {
    Instant end = end();

    service.restart();
    service.clock().driveTo(end);

    await().atMost(SOON).until(() -> !completions().isEmpty());
    assertThat(theatre.hold(theatre.staff(), "ORCH-A-1").outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");
  }

  /** What nobody spent of a voucher is over when its year is, also where nobody was there. */
  @Test
  void aVoucherExpiresByItself() {
    String held = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201).text("/holdId");
    Answer order =
        theatre
            .staff()
            .post(
                "/orders",
                "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-2\",\"priceType\":\"FULL\"}],\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":5000}]}"
                    .formatted(held))
            .expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 7_500).expecting(201);
    Answer paid = theatre.look(order).expecting(200);
    String code = paid.text("/lines/0/voucherCode");
    UUID voucher = UUID.fromString(paid.text("/lines/0/lineId"));
    Instant end = Instant.parse(state(code).text("/expiresAt"));
    assertThat(Duration.between(service.clock().instant(), end))
        .isBetween(Duration.ofDays(364), Duration.ofDays(365));

    service.restart();
    service.clock().driveTo(end);

    await().atMost(SOON).until(() -> service.log().readStream(voucher).size() == 2);
    assertThat(service.log().readStream(voucher).getLast().envelope().payload())
        .isInstanceOf(VoucherExpired.class);
    assertThat(state(code).json().at("/balanceMinor").asLong()).isZero();
    assertThat(state(code).json().at("/isExpired").asBoolean()).isTrue();
  }

  private Answer state(String code) {
    return theatre
        .buyer()
        .post("/vouchers/state", "{\"voucherCode\":\"" + code + "\"}")
        .expecting(200);
  }

  private Instant end() {
    return Instant.parse(theatre.buyer().get(path + "/offers").expecting(200).text("/endsAt"));
  }

  private List<RecordedEvent> completions() {
    return service.log().readTerms(UUID.fromString(theatre.performance)).stream()
        .filter(recorded -> recorded.envelope().payload() instanceof PerformanceCompleted)
        .toList();
  }
}
