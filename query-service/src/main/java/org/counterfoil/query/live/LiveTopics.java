package org.counterfoil.query.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions with listeners. Changes of the read model come in as keys; each question they concern
 * is asked again, at most five times a second, and every listener gets the same answer.
 */
public final class LiveTopics {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTopics.class);

  /** At most five answers a second: more than a person can read. */
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(200);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ConcurrentMap<String, Followed> topics = new ConcurrentHashMap<>();

  private record Followed(LiveTopic topic, Predicate<Set<String>> concerns) {}

  /** One listener's place; to be closed when it goes. */
  public final class Listener implements AutoCloseable {
    private final String name;
    private final LiveTopic topic;

    private Listener(String name, LiveTopic topic) {
      this.name = name;
      this.topic = topic;
    }

    /** Waits for an answer of a later version; missing where none comes in time. */
    public @Nullable LiveAnswer await(long version, Duration atMost) throws InterruptedException {
      return topic.await(version, atMost);
    }

    @Override
    public void close() {
      topics.computeIfPresent(
          name,
          (key, followed) -> {
            topic.leave();
            return topic.isDeserted() ? null : followed;
          });
    }
  }

  /**
   * Begins to listen.
   *
   * @param name of the question; listeners of equal names share it
   * @param concerns whether changes of these keys may change its answer
   */
  public Listener listen(String name, Predicate<Set<String>> concerns, LiveQuestion question) {
    Followed followed =
        topics.compute(
            name,
            (key, present) -> {
              Followed topic = present == null ? new Followed(new LiveTopic(), concerns) : present;
              if (topic.topic.join()) {
                Thread.ofVirtual().name("live-" + name).start(() -> ask(topic.topic, question));
              }
              return topic;
            });
    return new Listener(name, followed.topic);
  }

  /** The read model has changed. Returns at once. */
  public void changed(Set<String> keys) {
    for (Followed followed : topics.values()) {
      if (followed.concerns.test(keys)) {
        followed.topic.invalidate();
      }
    }
  }

  /** How many questions are followed. */
  public int size() {
    return topics.size();
  }

  private static void ask(LiveTopic topic, LiveQuestion question) {
    try {
      while (topic.awaitOutdated(question.goodFor())) {
        Thread.sleep(askOnce(topic, question));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks, and tells how long to leave the question alone. */
  private static Duration askOnce(LiveTopic topic, LiveQuestion question) {
    try {
      LiveAnswer newest = topic.newest();
      if (newest == null || question.version() > newest.version()) {
        topic.publish(question.answer());
      }
      return SHORTEST_INTERVAL;
    } catch (RuntimeException failure) {
      // The next try may succeed: the database restarts, tables are swapped. Listeners keep what
      // they have.
      LOG.warn("Expected an answer to stream, but asking failed; it is asked again", failure);
      topic.invalidate();
      return AFTER_FAILURE;
    }
  }
}
