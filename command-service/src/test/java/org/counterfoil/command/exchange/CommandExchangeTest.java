package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.command.lane.OtherWriters;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that another process answers while this one is about to. */
class CommandExchangeTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

  private final DataSource writer = new TestDatabase().as(DatabaseRoles.WRITER);
  private final IdempotencyStore kept = new IdempotencyStore(writer);
  private final OtherWriters others = new OtherWriters();
  private final IdempotencyKey key = new IdempotencyKey("scope", "key", "00ff");

  @Test
  void whatIsRefusedBecauseOfItsOwnTwinIsAnsweredAsItsTwin() {
    CommandExchange exchange =
        exchange(
            () -> {
              answerElsewhere();
              others.noticed();
            });

    CommandExchange.Reply reply = exchange.submit(submission());

    assertThat(reply.answer()).isEqualTo(new Answer(201, "{}"));
    assertThat(reply.isReplayed()).isTrue();
  }

  @Test
  void withoutNoticingOthersItWouldBeRefused() {
    CommandExchange exchange = exchange(this::answerElsewhere);

    assertThatThrownBy(() -> exchange.submit(submission())).isInstanceOf(ProblemException.class);
  }

  @Test
  void whatIsRefusedForAnotherReasonIsRefused() {
    CommandExchange exchange = exchange(others::noticed);

    assertThatThrownBy(() -> exchange.submit(submission())).isInstanceOf(ProblemException.class);
  }

  private CommandExchange exchange(Runnable meanwhile) {
    return new CommandExchange(
        submission -> {
          meanwhile.run();
          return new Outcome.Refused(SeatHoldRejection.SEAT_ALREADY_HELD, "held");
        },
        kept,
        others,
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Submission submission() {
    return new Submission(
        new ExpireHolds(new PerformanceId(new UUID(0x7000, Long.MIN_VALUE))),
        Actor.SYSTEM,
        new UUID(1, 1),
        events -> new Answer(201, "{}"),
        key);
  }

  private void answerElsewhere() {
    IdempotencyRecord record =
        new IdempotencyRecord(
            key.scope(),
            key.key(),
            key.bodyHash(),
            201,
            "{}",
            7,
            NOON,
            NOON.plus(Duration.ofDays(1)));
    new TransactionTemplate(new JdbcTransactionManager(writer))
        .executeWithoutResult(status -> kept.insert(List.of(record)));
  }
}
