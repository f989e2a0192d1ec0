package org.counterfoil.feed.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.counterfoil.feed.tally.TestKafka;

/** Everything that is on a topic, as an outsider sees it. */
final class TopicDump {

  private TopicDump() {}

  static KafkaTopic topic(String name) {
    return new KafkaTopic(name, 4, Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
  }

  /** All records, in order within each partition. */
  static List<ConsumerRecord<byte[], byte[]>> of(KafkaTopic topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = Clients.consumer(topic, "dump")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** Without markers and duplicates, by the event's id, as the contract says to outsiders. */
  static List<ConsumerRecord<byte[], byte[]>> deduplicated(KafkaTopic topic) {
    Set<String> seen = new HashSet<>();
    return of(topic).stream()
        .filter(record -> !FeedRecords.isMarker(record))
        .filter(record -> seen.add(header(record, "ce_id")))
        .toList();
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(
        record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
