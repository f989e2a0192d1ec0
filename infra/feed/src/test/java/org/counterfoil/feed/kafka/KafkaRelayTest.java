package org.counterfoil.feed.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.Partitioning;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyProjection;
import org.counterfoil.feed.tally.TestKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on Kafka, deduplicated, equals the store, in order per key (I6), whatever happens. */
class KafkaRelayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<KafkaRelay> relays = new ArrayList<>();
  private TallyBench bench;
  private KafkaTopic topic;
  private KafkaFeed feed;

  @BeforeEach
  void open() {
    bench = new TallyBench(Carrier.STORE_TAIL); // the relays are the tests' own
    topic = TopicDump.topic(bench.database.name());
    feed = new KafkaFeed(topic, org.counterfoil.feed.tally.TallyLog.CODEC);
  }

  @AfterEach
  void close() {
    relays.forEach(KafkaRelay::close);
    bench.close();
    feed.close();
  }

  @Test
  void putsTheExactEntriesInOrderPerKeyWithCloudEventsHeaders() {
    bench.log.recordSome(new Random(41), 500);
    awaitRelayed(relay());

    assertTopicEqualsStore();
    ConsumerRecord<byte[], byte[]> first =
        TopicDump.of(topic).stream()
            .filter(record -> record.value() != null)
            .filter(record -> TopicDump.header(record, FeedRecords.POSITION).equals("0"))
            .findFirst()
            .orElseThrow();
    RecordedEvent event = bench.log.log().read(-1, 1).getFirst();
    assertThat(TopicDump.header(first, "ce_specversion")).isEqualTo("1.0");
    assertThat(TopicDump.header(first, "ce_id")).isEqualTo(event.envelope().eventId().toString());
    assertThat(TopicDump.header(first, "ce_type")).isEqualTo(event.envelope().name());
    assertThat(TopicDump.header(first, "ce_time")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(TopicDump.header(first, "ce_subject"))
        .isEqualTo("tally/" + event.envelope().streamId());
    assertThat(TopicDump.header(first, FeedRecords.SEQUENCE)).isEqualTo("0");
    assertThat(TopicDump.header(first, FeedRecords.PREVIOUS)).isEqualTo("-1");
  }

  @Test
  void dividesKeysAsKafkasOwnProducersDo() {
    for (int number = 0; number < 1_000; number++) {
      String key = new java.util.UUID(number, 7).toString();
      assertThat(Partitioning.partitionOf(key, 12))
          .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 12));
    }
  }

  @Test
  void whoLosesTheLockStopsAndAnotherGoesOn() throws Exception {
    KafkaRelay one = relay();
    await().until(one::isLeader);
    KafkaRelay other = relay();
    ProjectionRunner runner = bench.run(new TallyProjection(), feed);
    for (int i = 0; i < 8; i++) {
      bench.log.recordSome(new Random(i), 40);
      bench.database.breakRelayConnections();
    }
    await().atMost(PATIENCE).until(() -> one.isLeader() ^ other.isLeader());
    awaitRelayed(one.isLeader() ? one : other);

    (one.isLeader() ? one : other).close();
    bench.log.recordSome(new Random(9), 40);
    await().atMost(PATIENCE).until(() -> runner.position() == bench.log.last());

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertTopicEqualsStore();
  }

  @Test
  void aSecondLeaderForAMomentMakesDuplicatesOnly() throws Exception {
    KafkaRelay relay = relay();
    ProjectionRunner runner = bench.run(new TallyProjection(), feed);
    bench.log.recordSome(new Random(51), 200);
    awaitRelayed(relay);
    relayAgainFromTheBeginning(150);
    bench.log.recordSome(new Random(52), 100);
    relayAgainFromTheBeginning(300);
    bench.log.recordSome(new Random(53), 100);
    bench.awaitAll(runner);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertTopicEqualsStore();
    assertThat(events()).isGreaterThan(bench.log.last() + 1 + 400);
  }

  @Test
  void outlivesABrokerThatStopsAndStarts() throws Exception {
    relay();
    ProjectionRunner runner = bench.run(new TallyProjection(), feed);
    bench.log.recordSome(new Random(61), 100);
    bench.awaitAll(runner);

    TestKafka.stop();
    try {
      bench.log.recordSome(new Random(62), 100);
      assertThat(runner.awaitPosition(bench.log.last(), Duration.ofMillis(500))).isFalse();
    } finally {
      TestKafka.start();
    }
    bench.log.recordSome(new Random(63), 100);
    await().atMost(PATIENCE).until(() -> runner.position() == bench.log.last());

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertTopicEqualsStore();
  }

  @Test
  void relaysAnewToATopicThatWasDeleted() throws Exception {
    KafkaRelay relay = relay();
    ProjectionRunner runner = bench.run(new TallyProjection(), feed);
    bench.log.recordSome(new Random(71), 300);
    bench.awaitAll(runner);

    try (Admin admin = Clients.admin(topic, "test")) {
      admin.deleteTopics(List.of(topic.name())).all().get();
    }
    bench.log.recordSome(new Random(72), 100);
    await().atMost(PATIENCE).until(() -> runner.position() == bench.log.last());
    awaitRelayed(relay);

    assertThat(bench.rows()).isEqualTo(bench.expectedRows());
    assertTopicEqualsStore();
    assertThat(runner.check().isEqual()).isTrue(); // reads the new topic from its beginning
  }

  private KafkaRelay relay() {
    KafkaRelay relay =
        new KafkaRelay(
            topic,
            bench.log.log(),
            bench.log.tail(),
            bench.database.relay(),
            new RelaySettings(
                60,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                Duration.ofMillis(100)),
            new SimpleMeterRegistry());
    relays.add(relay);
    relay.start();
    return relay;
  }

  private void awaitRelayed(KafkaRelay relay) {
    await().atMost(PATIENCE).until(() -> relay.position() == bench.log.last());
  }

  /** What a former leader does that does not know yet that it is one. */
  private void relayAgainFromTheBeginning(int count) throws InterruptedException {
    try (Admin admin = Clients.admin(topic, "former");
        KafkaProducer<byte[], byte[]> producer = Clients.producer(topic, "former")) {
      TopicCreation creation = TopicCreation.find(admin, topic).orElseThrow();
      new RelaySession(producer, topic.name())
          .send(bench.log.log().read(-1, count), RelayProgress.beginning(creation));
    }
  }

  private long events() {
    return TopicDump.of(topic).stream().filter(record -> !FeedRecords.isMarker(record)).count();
  }

  private void assertTopicEqualsStore() {
    Map<String, List<String>> onKafka =
        TopicDump.deduplicated(topic).stream()
            .collect(
                groupingBy(
                    record -> new String(record.key(), UTF_8),
                    mapping(record -> HexFormat.of().formatHex(record.value()), toList())));
    Map<String, List<String>> inStore =
        bench.log.log().read(-1, Integer.MAX_VALUE).stream()
            .collect(
                groupingBy(
                    event -> Partitioning.keyOf(event.envelope()),
                    mapping(event -> HexFormat.of().formatHex(event.entry()), toList())));
    assertThat(onKafka).isEqualTo(inStore);
  }
}
