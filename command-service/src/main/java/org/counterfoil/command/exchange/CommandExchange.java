package org.counterfoil.command.exchange;

import java.time.Clock;
import java.util.Optional;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.OtherWriters;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;

/** Brings commands to their lanes, once per idempotency key. */
final class CommandExchange {

  /** What is answered, and whether it was answered before. */
  record Reply(Answer answer, long position, boolean isReplayed) {}

  private final Lanes lanes;
  private final AnswerLookup kept;
  private final OtherWriters others;
  private final KeysInUse keys = new KeysInUse();

  CommandExchange(Lanes lanes, IdempotencyStore kept, OtherWriters others, Clock clock) {
    this.lanes = lanes;
    this.kept = new AnswerLookup(kept, clock);
    this.others = others;
  }

  /** Submits the command, unless its key has an answer already. */
  Reply submit(Submission submission) {
    IdempotencyKey key = submission.idempotency();
    if (key == null) {
      return decide(submission);
    }
    try (KeysInUse.Use use = keys.take(key.scope(), key.key())) {
      long before = System.nanoTime();
      Optional<IdempotencyRecord> earlier = find(key);
      return earlier.isPresent() ? replay(earlier.get(), key) : decide(submission, key, before);
    }
  }

  private Optional<IdempotencyRecord> find(IdempotencyKey key) {
    return kept.find(key);
  }

  /**
   * Another process may have decided the same request since its key was looked for; then that
   * answer counts, also where the request would now be refused: its own seats are taken.
   */
  private Reply decide(Submission submission, IdempotencyKey key, long lookedAtNanos) {
    try {
      return switch (lanes.submit(submission)) {
        case Outcome.Refused refused -> {
          Optional<IdempotencyRecord> first =
              others.wereNoticedSince(lookedAtNanos) ? find(key) : Optional.empty();
          yield replay(first.orElseThrow(() -> refusal(refused)), key);
        }
        case Outcome.Accepted accepted -> reply(accepted);
      };
    } catch (IdempotencyKeyTaken taken) {
      return replay(find(key).orElseThrow(() -> taken), key);
    }
  }

  private static RuntimeException refusal(Outcome.Refused refused) {
    return Problem.refused(refused.code(), refused.detail()).exception();
  }

  private static Reply reply(Outcome.Accepted accepted) {
    return new Reply(answerOf(accepted), accepted.position(), false);
  }

  private static Reply replay(IdempotencyRecord earlier, IdempotencyKey key) {
    if (!earlier.bodyHash().equals(key.bodyHash())) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_REUSED,
              "Expected the request that this Idempotency-Key was first used for, but it differs")
          .exception();
    }
    return new Reply(new Answer(earlier.status(), earlier.answer()), earlier.position(), true);
  }

  private Reply decide(Submission submission) {
    return switch (lanes.submit(submission)) {
      case Outcome.Refused refused -> throw refusal(refused);
      case Outcome.Accepted accepted -> reply(accepted);
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
