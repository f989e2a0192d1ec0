package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.time.DrivenClock;
import org.counterfoil.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that another process answers while this one is about to. */
class CommandExchangeTest {

  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

  private final DataSource writer = new TestDatabase().as(DatabaseRoles.WRITER);
  private final IdempotencyStore kept = new IdempotencyStore(writer);
  private final DrivenClock clock = DrivenClock.standingAt(NOON);
  private final IdempotencyKey key = new IdempotencyKey("scope", "key", "00ff");

  @Test
  void whatIsRefusedBecauseOfItsOwnTwinIsAnsweredAsItsTwin() {
    CommandExchange exchange = refusing(this::answerElsewhere);

    CommandExchange.Reply reply = exchange.submit(submission());

    assertThat(reply.answer()).isEqualTo(new Answer(201, "{}"));
    assertThat(reply.isReplayed()).isTrue();
  }

  @Test
  void withoutATwinItIsRefused() {
    CommandExchange exchange = refusing(() -> {});

    assertThatThrownBy(() -> exchange.submit(submission())).isInstanceOf(ProblemException.class);
  }

  @Test
  void whoseTwinWasStoredFirstIsAnsweredAsItsTwin() {
    answerElsewhere();
    CommandExchange exchange =
        exchange(
            submission -> {
              answerElsewhere();
              throw new IllegalStateException("Expected the key to be taken, but it was free");
            });

    assertThat(exchange.submit(submission()).isReplayed()).isTrue();
  }

  @Test
  void aRepetitionIsAnsweredFromMemory_untilItsDayIsOver() {
    AtomicInteger decided = new AtomicInteger();
    CommandExchange exchange =
        exchange(
            submission -> {
              decided.incrementAndGet();
              return new Outcome.Accepted(List.of(), 7, new Answer(201, "{}"));
            });

    assertThat(exchange.submit(submission()).isReplayed()).isFalse();
    assertThat(exchange.submit(submission()).isReplayed()).isTrue();
    assertThat(decided).hasValue(1);

    clock.advance(Duration.ofDays(1));
    assertThat(exchange.submit(submission()).isReplayed()).isFalse();
    assertThat(decided).hasValue(2);
  }

  @Test
  void whoComesWhileTheFirstIsDecidedIsToldSo() {
    AtomicReference<ProblemException> second = new AtomicReference<>();
    AtomicReference<CommandExchange> exchange = new AtomicReference<>();
    exchange.set(
        exchange(
            submission -> {
              second.set(
                  catchThrowableOfType(
                      ProblemException.class, () -> exchange.get().submit(submission())));
              return new Outcome.Accepted(List.of(), 7, new Answer(201, "{}"));
            }));

    assertThat(exchange.get().submit(submission()).isReplayed()).isFalse();
    assertThat(second.get().problem().code()).isEqualTo("IN_FLIGHT");
    assertThat(exchange.get().submit(submission()).isReplayed()).isTrue();
  }

  @Test
  void anotherBodyIsRefusedFromMemoryToo() {
    CommandExchange exchange =
        exchange(submission -> new Outcome.Accepted(List.of(), 7, new Answer(201, "{}")));
    exchange.submit(submission());

    IdempotencyKey other = new IdempotencyKey(key.scope(), key.key(), "ff00");
    assertThatThrownBy(() -> exchange.submit(submission(other)))
        .isInstanceOf(ProblemException.class);
  }

  private CommandExchange refusing(Runnable meanwhile) {
    return exchange(
        submission -> {
          meanwhile.run();
          return new Outcome.Refused(SeatHoldRejection.SEAT_ALREADY_HELD, "held");
        });
  }

  private CommandExchange exchange(Lanes lanes) {
    return new CommandExchange(lanes, kept, clock);
  }

  private Submission submission() {
    return submission(key);
  }

  private static Submission submission(IdempotencyKey key) {
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
