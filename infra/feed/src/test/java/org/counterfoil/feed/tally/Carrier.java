package org.counterfoil.feed.tally;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.StoreTailFeed;
import org.counterfoil.feed.kafka.KafkaFeed;
import org.counterfoil.feed.kafka.KafkaRelay;
import org.counterfoil.feed.kafka.KafkaTopic;
import org.counterfoil.feed.kafka.RelaySettings;

/** What brings events to a projection; whatever is promised is promised of both. */
public enum Carrier {
  /** The log itself. */
  STORE_TAIL {
    @Override
    public Carried carry(TestDatabase database, TallyLog log) {
      return new Carried(new StoreTailFeed(log.log(), log.tail()), () -> {});
    }
  },
  /** A relay, a broker, a topic of the test's own. */
  KAFKA {
    @Override
    public Carried carry(TestDatabase database, TallyLog log) {
      KafkaTopic topic =
          new KafkaTopic(
              database.name(), 4, Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
      KafkaRelay relay =
          new KafkaRelay(
              topic,
              log.log(),
              log.tail(),
              database.relay(),
              RelaySettings.USUAL,
              new SimpleMeterRegistry());
      relay.start();
      return new Carried(new KafkaFeed(topic, TallyLog.CODEC), relay::close);
    }
  };

  /** Begins to carry a log's events. */
  public abstract Carried carry(TestDatabase database, TallyLog log);

  /**
   * A feed, and what keeps it going.
   *
   * @param ending stops what keeps it going
   */
  public record Carried(EventFeed feed, Runnable ending) implements AutoCloseable {
    @Override
    public void close() {
      feed.close();
      ending.run();
    }
  }
}
