package org.counterfoil.command.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.counterfoil.command.lane.IdempotencyKey;
import org.counterfoil.eventstore.idempotency.IdempotencyRecord;
import org.counterfoil.eventstore.idempotency.IdempotencyStore.Wanted;

/**
 * The latest answers of this process by their keys, so that a repetition costs the database
 * nothing. Only a copy: what is not here may still be in the store.
 */
final class RecentAnswers {

  /** Of all answers together; plain ASCII takes a byte a character in memory, so about 32 MiB. */
  private static final long MOST_CHARACTERS = 32L << 20;

  /** Clients repeat within seconds; a day's worth is the store's affair. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final int BESIDE_THE_TEXT = 200;

  private final Cache<Wanted, IdempotencyRecord> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Wanted key, IdempotencyRecord kept) -> BESIDE_THE_TEXT + kept.answer().length())
          .expireAfterWrite(LIFE)
          .build();

  /** What was answered under the key, unless that is too long ago or was crowded out. */
  Optional<IdempotencyRecord> find(IdempotencyKey key, Instant now) {
    return Optional.ofNullable(answers.getIfPresent(new Wanted(key.scope(), key.key())))
        .filter(kept -> kept.expiresAt().isAfter(now));
  }

  /** To be told only what is durable. */
  void add(IdempotencyRecord kept) {
    answers.put(new Wanted(kept.scope(), kept.key()), kept);
  }
}
