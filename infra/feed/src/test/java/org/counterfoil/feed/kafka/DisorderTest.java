package org.counterfoil.feed.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.feed.tally.TallyLog.organisation;
import static org.counterfoil.feed.tally.TallyLog.tally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;
import org.counterfoil.feed.Partitioning;
import org.counterfoil.feed.tally.Carrier;
import org.counterfoil.feed.tally.TallyBench;
import org.counterfoil.feed.tally.TallyEvent.Counted;
import org.counterfoil.feed.tally.TallyLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that come twice or early make no difference to what is delivered. */
class DisorderTest {

  private static final int RECORDS = Integer.getInteger("counterfoil.feed.disorder.records", 3_000);
  private static final long SEED = Long.getLong("counterfoil.seed", 81);
  private static final int FARTHEST = 50;

  private TallyBench bench;
  private KafkaTopic topic;

  @BeforeEach
  void open() {
    bench = new TallyBench(Carrier.STORE_TAIL);
    topic = TopicDump.topic(bench.database.name() + "_disorder");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aTenthDoubledAndATenthReorderedMakeNoDifference() throws Exception {
    Random random = new Random(SEED);
    for (int recorded = 0; recorded < RECORDS; recorded += 500) {
      bench.log.recordSome(random, 500);
    }
    send(disordered(records(), random));

    assertThat(byKey(delivered(true)))
        .as("seed %d", SEED)
        .isEqualTo(byKey(bench.log.log().read(-1, Integer.MAX_VALUE)));
  }

  @Test
  void anEventThatComesEarlyIsHeldBackUntilTheOneBeforeItHasCome() throws Exception {
    sendThreeWithTheLastTwoExchanged();

    assertThat(delivered(true)).extracting(RecordedEvent::position).containsExactly(0L, 1L, 2L);
  }

  @Test
  void withoutHoldingBackTheOneBeforeItWouldBeLost() throws Exception {
    sendThreeWithTheLastTwoExchanged();

    assertThat(delivered(false)).extracting(RecordedEvent::position).containsExactly(0L, 2L);
  }

  @ParameterizedTest(name = "offset {0}")
  @ValueSource(longs = {40, 1_000_000})
  void anOffsetThatLeadsTooFarIsMadeGood(long offset) throws Exception {
    bench.log.recordSome(new Random(SEED), 400);
    send(records());
    try (KafkaFeed feed = new KafkaFeed(topic, TallyLog.CODEC)) {
      FeedPosition tooFar =
          new FeedPosition(
              topicId(),
              Collections.nCopies(topic.partitions(), new FeedPosition.Partition(-1, offset)));

      assertThat(byKey(delivered(feed, tooFar))).isEqualTo(byKey(bench.log.log().read(-1, 999)));
    }
  }

  private String topicId() throws InterruptedException {
    try (Admin admin = Clients.admin(topic, "test")) {
      return TopicCreation.find(admin, topic).orElseThrow().id();
    }
  }

  /** As when the middle one had to be sent again, and the last one had not. */
  private void sendThreeWithTheLastTwoExchanged() throws Exception {
    for (int amount = 0; amount < 3; amount++) {
      bench.log.record(organisation(1), new Counted(tally(1), amount));
    }
    List<ProducerRecord<byte[], byte[]>> records = records();
    Collections.swap(records, 1, 2);
    send(records);
  }

  /** What a relay sends for the whole log, without markers. */
  private List<ProducerRecord<byte[], byte[]>> records() {
    long[] last = {-1, -1, -1, -1};
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (RecordedEvent event : bench.log.log().read(-1, Integer.MAX_VALUE)) {
      int partition = Partitioning.partitionOf(Partitioning.keyOf(event.envelope()), last.length);
      records.add(FeedRecords.event(topic.name(), partition, event, last[partition]));
      last[partition] = event.position();
    }
    return records;
  }

  private static List<ProducerRecord<byte[], byte[]>> disordered(
      List<ProducerRecord<byte[], byte[]>> records, Random random) {
    List<ProducerRecord<byte[], byte[]>> result = new ArrayList<>(records);
    for (int i = 0; i < result.size(); i++) {
      int other = Math.min(result.size() - 1, i + 1 + random.nextInt(FARTHEST));
      switch (random.nextInt(10)) {
        case 0 -> result.add(other, result.get(i));
        case 1 -> Collections.swap(result, i, other);
        default -> {}
      }
    }
    return result;
  }

  private void send(List<ProducerRecord<byte[], byte[]>> events) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events);
    long last = bench.log.last();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      long lastOfPartition = lastOf(events, partition);
      if (lastOfPartition != last) {
        records.add(FeedRecords.marker(topic.name(), partition, last, lastOfPartition));
      }
    }
    try (Admin admin = Clients.admin(topic, "test");
        KafkaProducer<byte[], byte[]> producer = Clients.producer(topic, "test")) {
      TopicCreation.findOrCreate(admin, topic);
      List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  private static long lastOf(List<ProducerRecord<byte[], byte[]>> records, int partition) {
    return records.stream()
        .filter(record -> record.partition() == partition)
        .map(record -> record.headers().lastHeader(FeedRecords.POSITION).value())
        .mapToLong(position -> Long.parseLong(new String(position, UTF_8)))
        .max()
        .orElse(-1);
  }

  private List<RecordedEvent> delivered(boolean holdsBack) throws InterruptedException {
    try (KafkaFeed feed = new KafkaFeed(topic, TallyLog.CODEC, holdsBack)) {
      return delivered(feed, FeedPosition.BEGINNING);
    }
  }

  private List<RecordedEvent> delivered(KafkaFeed feed, FeedPosition after)
      throws InterruptedException {
    List<RecordedEvent> delivered = new ArrayList<>();
    try (FeedReader reader = feed.open("test", after)) {
      FeedBatch batch;
      do {
        batch = reader.poll(100, Duration.ofMillis(100));
        delivered.addAll(batch.events());
      } while (batch.reached().position() < bench.log.last());
      assertThat(reader.heldBack()).isZero();
    }
    return delivered;
  }

  private static Map<String, List<RecordedEvent>> byKey(List<RecordedEvent> events) {
    return events.stream()
        .collect(
            groupingBy(
                event -> Partitioning.keyOf(event.envelope()), mapping(event -> event, toList())));
  }
}
