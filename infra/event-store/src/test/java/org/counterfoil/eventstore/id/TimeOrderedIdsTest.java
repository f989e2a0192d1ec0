package org.counterfoil.eventstore.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final long MILLIS = Instant.parse("2026-11-20T09:30:00.123Z").toEpochMilli();

  private final AtomicLong now = new AtomicLong(MILLIS);
  private final Clock clock = driven(now);

  @Test
  void idsAreUuidsOfVersionSevenAndSayWhenTheyWereMade() {
    UUID id = new TimeOrderedIds(clock).next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
  }

  @Test
  void idsIncreaseAlsoWhereTheClockStandsStillOrGoesBack() {
    TimeOrderedIds ids = new TimeOrderedIds(clock);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next().toString());
    }
    now.addAndGet(-60_000);
    made.add(ids.next().toString());
    now.addAndGet(120_000);
    made.add(ids.next().toString());

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(UUID.fromString(made.getLast()).getMostSignificantBits() >>> 16)
        .as("once the clock is ahead again, it counts")
        .isEqualTo(MILLIS + 60_000);
  }

  @Test
  void manyThreadsNeverGetTheSame() {
    TimeOrderedIds ids = new TimeOrderedIds(clock);
    Set<UUID> made = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> {
              for (int j = 0; j < 20_000; j++) {
                made.add(ids.next());
              }
            });
      }
    }

    assertThat(made).hasSize(160_000);
  }

  @Test
  void aSeedGivesTheSameIdsAgain() {
    assertThat(new TimeOrderedIds(clock, 7).next()).isEqualTo(new TimeOrderedIds(clock, 7).next());
    assertThat(new TimeOrderedIds(clock).next()).isNotEqualTo(new TimeOrderedIds(clock).next());
  }

  @Test
  void axonUsesThem() {
    TimeOrderedIdentifierFactory.use(new TimeOrderedIds(clock));
    try {
      UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MILLIS);
    } finally {
      TimeOrderedIdentifierFactory.use(new TimeOrderedIds(Clock.systemUTC()));
    }
  }

  private static Clock driven(AtomicLong millis) {
    return ((InstantSource) () -> Instant.ofEpochMilli(millis.get())).withZone(ZoneOffset.UTC);
  }
}
