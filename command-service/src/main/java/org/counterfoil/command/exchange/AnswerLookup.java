package org.counterfoil.command.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.idempotency.IdempotencyStore.Wanted;

/**
 * Looks for answers that were kept. Whoever asks while a question is on its way to the database
 * waits for the next one, which asks for all of them at once: a question of its own for each
 * request would cost PostgreSQL more than the hold that follows, and all its connections.
 */
final class AnswerLookup {

  private static final int MOST_AT_ONCE = 512;

  private record Asked(Wanted wanted, CompletableFuture<Optional<IdempotencyRecord>> answer) {}

  private final IdempotencyStore kept;
  private final Clock clock;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Semaphore turn = new Semaphore(1);

  AnswerLookup(IdempotencyStore kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /** What was kept under the key, as it is after this was asked. */
  Optional<IdempotencyRecord> find(IdempotencyKey key) {
    Asked mine = new Asked(new Wanted(key.scope(), key.key()), new CompletableFuture<>());
    asked.add(mine);
    if (turn.tryAcquire()) {
      Thread.ofVirtual().name("answer-lookup").start(this::askUntilNoneIsLeft);
    }
    try {
      return mine.answer().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** Nobody is left out: who has added himself takes the turn or is seen by who has it. */
  private void askUntilNoneIsLeft() {
    do {
      try {
        ask();
      } finally {
        turn.release();
      }
    } while (!asked.isEmpty() && turn.tryAcquire());
  }

  private void ask() {
    List<Asked> together = new ArrayList<>();
    for (Asked one = asked.poll(); one != null; one = asked.poll()) {
      together.add(one);
      if (together.size() == MOST_AT_ONCE) {
        break;
      }
    }
    if (together.isEmpty()) {
      return;
    }
    try {
      Map<Wanted, IdempotencyRecord> found = new HashMap<>();
      for (IdempotencyRecord record :
          kept.findAll(together.stream().map(Asked::wanted).toList(), clock.instant())) {
        found.put(new Wanted(record.scope(), record.key()), record);
      }
      together.forEach(one -> one.answer().complete(Optional.ofNullable(found.get(one.wanted()))));
    } catch (RuntimeException | Error failed) { // whoever waits hears of either
      together.forEach(one -> one.answer().completeExceptionally(failed));
    }
  }
}
