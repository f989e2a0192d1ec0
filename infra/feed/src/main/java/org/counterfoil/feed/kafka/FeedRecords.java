package org.counterfoil.feed.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.Partitioning;
import org.jspecify.annotations.Nullable;

/**
 * What is written to the topic, and how it is read.
 *
 * <p>An event's value is the exact entry of the log. Its headers follow the CloudEvents binding for
 * Kafka 1.0.2 (binary mode); beside them stand the position, the position of the event before it in
 * the same partition (-1 for the first), and the sequence in its stream.
 *
 * <p>A marker has no value: every event up to and including its position was relayed, and its
 * {@code counterfoil-previous} is the last one in this partition.
 */
final class FeedRecords {

  static final String POSITION = "counterfoil-position";
  static final String PREVIOUS = "counterfoil-previous";
  static final String SEQUENCE = "counterfoil-sequence";

  private static final String SOURCE = "urn:counterfoil:log";

  private static final byte @Nullable [] NO_KEY = null;
  private static final byte @Nullable [] NO_VALUE = null;

  private FeedRecords() {}

  static ProducerRecord<byte[], byte[]> event(
      String topic, int partition, RecordedEvent event, long previous) {
    Envelope envelope = event.envelope();
    List<Header> headers = new ArrayList<>();
    headers.add(header("ce_specversion", "1.0"));
    headers.add(header("ce_id", envelope.eventId().toString()));
    headers.add(header("ce_source", SOURCE));
    headers.add(header("ce_type", envelope.name()));
    headers.add(header("ce_time", envelope.recordedAt().toString()));
    headers.add(header("ce_subject", envelope.streamType() + "/" + envelope.streamId()));
    headers.add(header("content-type", "application/json"));
    headers.add(header(SEQUENCE, Long.toString(envelope.sequence())));
    headers.add(header(POSITION, Long.toString(event.position())));
    headers.add(header(PREVIOUS, Long.toString(previous)));
    byte[] key = Partitioning.keyOf(envelope).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, partition, key, event.entry(), headers);
  }

  static ProducerRecord<byte[], byte[]> marker(
      String topic, int partition, long position, long previous) {
    List<Header> headers =
        List.of(
            header(POSITION, Long.toString(position)), header(PREVIOUS, Long.toString(previous)));
    return new ProducerRecord<>(topic, partition, NO_KEY, NO_VALUE, headers);
  }

  static boolean isMarker(ConsumerRecord<byte[], byte[]> consumed) {
    byte @Nullable [] value = consumed.value();
    return value == null;
  }

  static long position(ConsumerRecord<byte[], byte[]> consumed) {
    return number(consumed, POSITION);
  }

  static long previous(ConsumerRecord<byte[], byte[]> consumed) {
    return number(consumed, PREVIOUS);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static long number(ConsumerRecord<byte[], byte[]> consumed, String name) {
    Header header = consumed.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalStateException(
          "Expected the header %s, but %s-%d has none at offset %d"
              .formatted(name, consumed.topic(), consumed.partition(), consumed.offset()));
    }
    return Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
  }
}
