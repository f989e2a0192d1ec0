package org.counterfoil.command.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;

/**
 * Brings commands to their lanes, once per idempotency key. Whether a key has an answer is not
 * asked of the database beforehand, because nearly none has: where it has, its unique key refuses
 * the second one, and what is refused for any other reason is looked for before it is told.
 */
final class CommandExchange {

  /** What is answered, and whether it was answered before. */
  record Reply(Answer answer, long position, boolean isReplayed) {}

  private final Lanes lanes;
  private final AnswerLookup kept;
  private final Clock clock;
  private final RecentAnswers recent = new RecentAnswers();
  private final KeysInUse keys = new KeysInUse();

  CommandExchange(Lanes lanes, IdempotencyStore kept, Clock clock) {
    this.lanes = lanes;
    this.kept = new AnswerLookup(kept, clock);
    this.clock = clock;
  }

  /** Submits the command, unless its key has an answer already. */
  Reply submit(Submission submission) {
    IdempotencyKey key = submission.idempotency();
    if (key == null) {
      return decide(submission);
    }
    try (KeysInUse.Use use = keys.take(key.scope(), key.key())) {
      Optional<IdempotencyRecord> earlier = recent.find(key, clock.instant());
      return earlier.isPresent() ? replay(earlier.get(), key) : decide(submission, key);
    }
  }

  /**
   * The same request may have been answered before this process remembers, or by another one; then
   * that answer counts, also where the request would now be refused: its own seats are taken.
   */
  private Reply decide(Submission submission, IdempotencyKey key) {
    try {
      return switch (lanes.submit(submission)) {
        case Outcome.Refused refused ->
            replay(kept.find(key).orElseThrow(() -> refusal(refused)), key);
        case Outcome.Accepted accepted -> reply(accepted, key);
      };
    } catch (IdempotencyKeyTaken taken) {
      return replay(kept.find(key).orElseThrow(() -> taken), key);
    }
  }

  private static RuntimeException refusal(Outcome.Refused refused) {
    return Problem.refused(refused.code(), refused.detail()).exception();
  }

  private Reply reply(Outcome.Accepted accepted, IdempotencyKey key) {
    Answer answer = answerOf(accepted);
    Instant now = clock.instant();
    recent.add(
        new IdempotencyRecord(
            key.scope(),
            key.key(),
            key.bodyHash(),
            answer.status(),
            answer.body(),
            accepted.position(),
            now,
            now.plus(IdempotencyKey.LIFE)));
    return new Reply(answer, accepted.position(), false);
  }

  private Reply replay(IdempotencyRecord earlier, IdempotencyKey key) {
    if (!earlier.bodyHash().equals(key.bodyHash())) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_REUSED,
              "Expected the request that this Idempotency-Key was first used for, but it differs")
          .exception();
    }
    recent.add(earlier);
    return new Reply(new Answer(earlier.status(), earlier.answer()), earlier.position(), true);
  }

  private Reply decide(Submission submission) {
    return switch (lanes.submit(submission)) {
      case Outcome.Refused refused -> throw refusal(refused);
      case Outcome.Accepted accepted -> new Reply(answerOf(accepted), accepted.position(), false);
    };
  }

  private static Answer answerOf(Outcome.Accepted accepted) {
    Answer answer = accepted.answer();
    if (answer == null) {
      throw new IllegalStateException("Expected the answer that was asked for, but there is none");
    }
    return answer;
  }
}
