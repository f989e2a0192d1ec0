package org.counterfoil.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many listeners, one question. */
class LiveTopicsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final LiveTopics topics = new LiveTopics();
  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  private final LiveQuestion question =
      new LiveQuestion() {
        @Override
        public long version() {
          return version.get();
        }

        @Override
        public LiveAnswer answer() {
          asked.incrementAndGet();
          long now = version.get();
          return new LiveAnswer(now, now, "{}");
        }
      };

  @Test
  void aHundredListenersCostOneQuestionPerChange() throws Exception {
    List<LiveTopics.Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      listeners.add(topics.listen("sales", keys -> keys.contains("k"), question));
    }
    for (LiveTopics.Listener listener : listeners) {
      assertThat(listener.await(-1, SOON)).isNotNull();
    }
    assertThat(asked).hasValue(1);

    version.set(7);
    topics.changed(Set.of("another"));
    assertThat(listeners.getFirst().await(0, Duration.ofMillis(400))).isNull();
    topics.changed(Set.of("k"));
    for (LiveTopics.Listener listener : listeners) {
      assertThat(listener.await(0, SOON).version()).isEqualTo(7);
    }
    assertThat(asked).hasValue(2);

    listeners.forEach(LiveTopics.Listener::close);
    assertThat(topics.size()).isZero();
  }

  @Test
  void aHundredChangesAtOnceAreToldAFewTimes() throws Exception {
    try (LiveTopics.Listener listener = topics.listen("sales", keys -> true, question)) {
      listener.await(-1, SOON);
      for (int i = 1; i <= 100; i++) {
        version.set(i);
        topics.changed(Set.of("k"));
      }
      await().until(() -> listener.await(99, SOON).version() == 100);
      assertThat(asked.get()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void aQuestionThatFailsIsAskedAgain() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    LiveQuestion failing =
        new LiveQuestion() {
          @Override
          public long version() {
            return 0;
          }

          @Override
          public LiveAnswer answer() {
            if (tries.incrementAndGet() == 1) {
              throw new IllegalStateException("Expected to be asked again");
            }
            return new LiveAnswer(0, 0, "{}");
          }
        };
    try (LiveTopics.Listener listener = topics.listen("failing", keys -> true, failing)) {
      assertThat(listener.await(-1, SOON)).isNotNull();
    }
    assertThat(tries).hasValue(2);
  }
}
