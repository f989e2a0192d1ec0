package org.counterfoil.standalone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that any topic holds, as any consumer reads it. */
final class TopicRecords {

  private TopicRecords() {}

  /** Keys, headers and values of each record. */
  static List<String> all(String bootstrap) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<String> records = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(text(record)));
      }
      return records;
    }
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (record.key() != null) {
      all.writeBytes(record.key());
    }
    for (Header header : record.headers()) {
      all.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
      if (header.value() != null) {
        all.writeBytes(header.value());
      }
    }
    if (record.value() != null) {
      all.writeBytes(record.value());
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
