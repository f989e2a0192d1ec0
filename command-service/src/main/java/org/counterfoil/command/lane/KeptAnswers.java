package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;

/**
 * Makes the answers of accepted commands, and keeps those that came with an idempotency key, in the
 * transaction of the events they tell of.
 */
final class KeptAnswers {

  /** How long an answer is kept. */
  private static final Duration LIFE = Duration.ofHours(24);

  private final IdempotencyStore store;
  private final Clock clock;

  KeptAnswers(IdempotencyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** To be called when every accepted command has its position, before the commit. */
  void keep(List<Decided> decided) {
    Instant now = clock.instant();
    List<IdempotencyRecord> records = new ArrayList<>();
    for (Decided one : decided) {
      if (one.isAccepted()) {
        Answer answer = one.submission().answering().apply(one.events());
        one.answeredWith(answer);
        IdempotencyKey key = one.submission().idempotency();
        if (key != null) {
          records.add(
              new IdempotencyRecord(
                  key.scope(),
                  key.key(),
                  key.bodyHash(),
                  answer.status(),
                  answer.body(),
                  one.position(),
                  now,
                  now.plus(LIFE)));
        }
      }
    }
    store.insert(records);
  }
}
