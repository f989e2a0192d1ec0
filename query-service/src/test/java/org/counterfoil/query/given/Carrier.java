package org.counterfoil.query.given;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.StoreTailFeed;
import org.counterfoil.feed.kafka.KafkaFeed;
import org.counterfoil.feed.kafka.KafkaRelay;
import org.counterfoil.feed.kafka.KafkaTopic;
import org.counterfoil.feed.kafka.RelaySettings;

/** What brings events to the projection. */
public enum Carrier {
  /** The log itself. */
  STORE_TAIL {
    @Override
    Carried carry(TestDatabase database, TestLog log) {
      return new Carried(new StoreTailFeed(log.log(), log.tail()), () -> {});
    }
  },
  /** A relay, a broker, a topic of the test's own. */
  KAFKA {
    @Override
    Carried carry(TestDatabase database, TestLog log) {
      KafkaTopic topic =
          new KafkaTopic(
              database.name(), 3, Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
      KafkaRelay relay =
          new KafkaRelay(
              topic,
              log.log(),
              log.tail(),
              database.relay(),
              RelaySettings.USUAL,
              new SimpleMeterRegistry());
      relay.start();
      return new Carried(new KafkaFeed(topic, TestLog.CODEC), relay::close);
    }
  };

  abstract Carried carry(TestDatabase database, TestLog log);

  /**
   * A feed, and what keeps it going.
   *
   * @param ending stops what keeps it going
   */
  record Carried(EventFeed feed, Runnable ending) implements AutoCloseable {
    @Override
    public void close() {
      feed.close();
      ending.run();
    }
  }
}
