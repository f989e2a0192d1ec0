package org.counterfoil.feed.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.Partitioning;

/** Sends batches, each with its markers, and tells the progress that the broker acknowledged. */
final class RelaySession {

  private final Producer<byte[], byte[]> producer;
  private final String topic;

  RelaySession(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /**
   * Sends events and waits until all of them are acknowledged.
   *
   * @param events the next ones after {@code from}, at least one
   * @throws KafkaException where any was not acknowledged: some may be on the topic nevertheless
   */
  RelayProgress send(List<RecordedEvent> events, RelayProgress from) throws InterruptedException {
    int partitions = from.partitions().size();
    long[] last =
        from.partitions().stream().mapToLong(RelayProgress.Partition::lastEvent).toArray();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (RecordedEvent event : events) {
      int partition = Partitioning.partitionOf(Partitioning.keyOf(event.envelope()), partitions);
      sent.add(send(FeedRecords.event(topic, partition, event, last[partition])));
      last[partition] = event.position();
    }
    long position = events.getLast().position();
    for (int partition = 0; partition < partitions; partition++) {
      if (last[partition] != position) { // the last event itself says as much
        sent.add(send(FeedRecords.marker(topic, partition, position, last[partition])));
      }
    }
    producer.flush();
    return acknowledged(sent, last, position, from);
  }

  private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    return producer.send(record);
  }

  private static RelayProgress acknowledged(
      List<Future<RecordMetadata>> sent, long[] last, long position, RelayProgress from)
      throws InterruptedException {
    long[] next =
        from.partitions().stream().mapToLong(RelayProgress.Partition::nextOffset).toArray();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata metadata = metadata(one);
      int partition = metadata.partition();
      if (metadata.hasOffset()) {
        if (metadata.offset() < from.partitions().get(partition).nextOffset()) {
          throw new TopicCreatedAgain(metadata.topic());
        }
        next[partition] = Math.max(next[partition], metadata.offset() + 1);
      }
    }
    List<RelayProgress.Partition> reached = new ArrayList<>();
    for (int partition = 0; partition < next.length; partition++) {
      reached.add(new RelayProgress.Partition(last[partition], next[partition]));
    }
    return new RelayProgress(from.topicId(), position, reached);
  }

  private static RecordMetadata metadata(Future<RecordMetadata> sent) throws InterruptedException {
    try {
      return sent.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }
}
