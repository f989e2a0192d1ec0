package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request twice has one effect and one answer, also after a restart. */
class IdempotencyTest {

  private static RunningService service;
  private static Theatre theatre;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    theatre = Theatre.in(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String path() {
    return "/performances/" + theatre.performance + "/holds";
  }

  private static long holdsPlaced() {
    EventLog log = service.log();
    return log.read(-1, 10_000).stream()
        .filter(event -> event.envelope().payload() instanceof HoldPlaced)
        .count();
  }

  @Test
  void theSamePostTwiceHasOneEffectAndOneAnswer() {
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    long before = holdsPlaced();

    Answer first = buyer.post(path(), Theatre.seats("ORCH-A-1")).expecting(201);
    Answer again = buyer.post(path(), Theatre.seats("ORCH-A-1")).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Counterfoil-Position"))
        .isEqualTo(first.header("Counterfoil-Position"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(holdsPlaced()).isEqualTo(before + 1);
  }

  @Test
  void withoutAKeyTheSamePostIsAnotherWish() {
    theatre.hold(theatre.buyer(), "ORCH-A-2").expecting(201);

    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-2").outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    buyer.post(path(), Theatre.seats("ORCH-A-3")).expecting(201);

    assertThat(buyer.post(path(), Theatre.seats("ORCH-A-3") + " ").outcome())
        .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
    assertThat(buyer.post(path(), Theatre.seats("ORCH-A-4")).outcome())
        .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void withoutACallerTheKeyIsAUuid_andAKnownCallerMayChooseAny() {
    assertThat(
            theatre
                .buyer()
                .with("Idempotency-Key", "my-key")
                .post(path(), Theatre.seats("ORCH-A-5"))
                .outcome())
        .isEqualTo("400 INVALID_REQUEST");
    theatre
        .staff()
        .with("Idempotency-Key", "my-key")
        .post(path(), Theatre.seats("ORCH-A-5"))
        .expecting(201);
    assertThat(
            theatre
                .staff()
                .with("Idempotency-Key", "a key with spaces")
                .post(path(), Theatre.seats("ORCH-A-6"))
                .outcome())
        .isEqualTo("400 INVALID_REQUEST");
  }

  @Test
  void keysOfTwoCallersDoNotMeet() {
    Answer one =
        theatre
            .staff()
            .with("Idempotency-Key", "shared")
            .post(path(), Theatre.seats("ORCH-A-7"))
            .expecting(201);
    Answer other =
        Api.of(service)
            .as(theatre.token("BOX_OFFICE"))
            .with("Idempotency-Key", "shared")
            .post(path(), Theatre.seats("ORCH-A-8"))
            .expecting(201);

    assertThat(other.text("/holdId")).isNotEqualTo(one.text("/holdId"));
  }

  @Test
  void aRefusalIsNotKept() {
    Answer taken = theatre.hold(theatre.staff(), "ORCH-A-9").expecting(201);
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    assertThat(buyer.post(path(), Theatre.seats("ORCH-A-9")).outcome())
        .isEqualTo("409 SEAT_ALREADY_HELD");
    theatre.staff().delete("/holds/" + taken.text("/holdId")).expecting(204);

    buyer.post(path(), Theatre.seats("ORCH-A-9")).expecting(201);
  }

  @Test
  void whoSendsTheSameKeyAtOnceIsToldThatTheFirstIsRunningOrGetsItsAnswer() throws Exception {
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    long before = holdsPlaced();

    List<Answer> answers = Parallel.run(30, () -> buyer.post(path(), Theatre.seats("ORCH-B-1")));

    assertThat(answers).extracting(Answer::outcome).isSubsetOf("201", "409 IN_FLIGHT");
    assertThat(answers).extracting(Answer::status).contains(201);
    assertThat(answers.stream().filter(a -> a.status() == 201).map(Answer::body).distinct())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(a -> a.status() == 409)
        .allSatisfy(a -> assertThat(a.header("Retry-After")).isNotEmpty());
    assertThat(holdsPlaced()).isEqualTo(before + 1);
  }

  @Test
  void noSecretIsKept_butEveryAnswerHasThem() {
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    Answer hold = buyer.post(path(), Theatre.seats("ORCH-B-2")).expecting(201);
    Answer order =
        theatre.order(theatre.buyer().with("Idempotency-Key", "an-order"), hold).expecting(201);
    Api staff = theatre.staff().with("Idempotency-Key", "a-payment");
    Answer paid = theatre.pay(staff, order, "CASH", 2_500).expecting(201);
    Answer again = theatre.pay(staff, order, "CASH", 2_500).expecting(201);

    assertThat(again.body()).isEqualTo(paid.body());
    String kept =
        String.join(
            "\n",
            JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
                .sql("select answer from log.idempotency")
                .query(String.class)
                .list());
    assertThat(kept)
        .contains(hold.text("/holdId"), order.text("/orderId"), "${ticket-code:")
        .doesNotContain(
            hold.text("/holdSecret"), order.text("/orderSecret"), paid.text("/tickets/0/code"));
  }

  @Test
  void aKeptAnswerSurvivesARestart_andIsForgottenAfterADay() {
    Api buyer = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());
    Answer first = buyer.post(path(), Theatre.seats("ORCH-B-3")).expecting(201);

    service.restart();

    assertThat(buyer.post(path(), Theatre.seats("ORCH-B-3")).expecting(201).body())
        .isEqualTo(first.body());

    service.clock().driveTo(service.clock().instant().plus(Duration.ofHours(24)));
    Answer anew = buyer.post(path(), Theatre.seats("ORCH-B-3")).expecting(201);
    assertThat(anew.text("/holdId")).isNotEqualTo(first.text("/holdId"));
  }
}
