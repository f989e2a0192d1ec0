package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore;
import org.counterfoil.eventstore.idempotency.IdempotencyStore.Wanted;

/**
 * Makes the answers of accepted commands, and keeps those that came with an idempotency key, in the
 * transaction of the events they tell of.
 */
final class KeptAnswers {

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
                  now.plus(IdempotencyKey.LIFE)));
        }
      }
    }
    store.insert(records);
  }

  /** Those whose keys have answers already, asked in one question. */
  Set<Pending> answered(List<Pending> commands) {
    List<Wanted> wanted =
        commands.stream()
            .map(command -> command.submission().idempotency())
            .filter(Objects::nonNull)
            .map(KeptAnswers::wanted)
            .toList();
    Set<Wanted> found =
        store.findAll(wanted, clock.instant()).stream()
            .map(kept -> new Wanted(kept.scope(), kept.key()))
            .collect(Collectors.toSet());
    return commands.stream()
        .filter(
            command -> {
              IdempotencyKey key = command.submission().idempotency();
              return key != null && found.contains(wanted(key));
            })
        .collect(Collectors.toSet());
  }

  private static Wanted wanted(IdempotencyKey key) {
    return new Wanted(key.scope(), key.key());
  }
}
