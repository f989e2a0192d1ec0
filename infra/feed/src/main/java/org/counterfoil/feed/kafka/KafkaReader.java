package org.counterfoil.feed.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;

/** Reads every partition of the topic, from where each was left. */
final class KafkaReader implements FeedReader {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final EventCodec codec;
  private final String source;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final List<PartitionInbox> inboxes;
  private final List<GapPatience> patience = new ArrayList<>();

  /** Fetched, and not looked at yet. */
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();

  /**
   * Begins to read.
   *
   * @param source where the inboxes' offsets come from
   * @param inboxes one each per partition
   */
  KafkaReader(
      KafkaConsumer<byte[], byte[]> consumer,
      EventCodec codec,
      String topic,
      String source,
      List<PartitionInbox> inboxes) {
    this.consumer = consumer;
    this.codec = codec;
    this.source = source;
    this.inboxes = List.copyOf(inboxes);
    for (int number = 0; number < inboxes.size(); number++) {
      partitions.add(new TopicPartition(topic, number));
      patience.add(new GapPatience());
    }
    consumer.assign(partitions);
    for (int number = 0; number < inboxes.size(); number++) {
      consumer.seek(partitions.get(number), inboxes.get(number).position().offset());
    }
  }

  @Override
  public FeedBatch poll(int max, Duration wait) {
    List<RecordedEvent> delivered = new ArrayList<>();
    FeedPosition before = reached();
    long deadline = System.nanoTime() + wait.toNanos();
    do {
      if (fetched.isEmpty()) {
        fetch(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
      takeFetched(max, delivered);
    } while (delivered.isEmpty()
        && reached().equals(before)
        && System.nanoTime() < deadline
        && !isFinished());
    return new FeedBatch(delivered, reached());
  }

  @Override
  public int heldBack() {
    return inboxes.stream().mapToInt(PartitionInbox::early).sum();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isFinished() {
    return inboxes.stream().allMatch(PartitionInbox::isFinished);
  }

  private FeedPosition reached() {
    return new FeedPosition(source, inboxes.stream().map(PartitionInbox::position).toList());
  }

  private void fetch(Duration wait) {
    for (int number = 0; number < inboxes.size(); number++) {
      if (patience.get(number).isOver(inboxes.get(number).isGapped())) {
        fromBeginning(List.of(partitions.get(number)));
      }
    }
    try {
      consumer.poll(wait).forEach(fetched::add);
    } catch (OffsetOutOfRangeException e) {
      fromBeginning(e.partitions());
    }
  }

  /** What was delivered before is dropped when it comes again. */
  private void fromBeginning(Collection<TopicPartition> lost) {
    consumer.seekToBeginning(lost);
    fetched.removeIf(record -> lost.contains(partitions.get(record.partition())));
    lost.forEach(partition -> inboxes.get(partition.partition()).readAgainFrom(0));
  }

  private void takeFetched(int max, List<RecordedEvent> delivered) {
    while (!fetched.isEmpty() && delivered.size() < max) {
      ConsumerRecord<byte[], byte[]> next = fetched.getFirst();
      PartitionInbox inbox = inboxes.get(next.partition());
      try {
        inbox.take(arrival(next, inbox), delivered);
      } catch (UnknownEventName e) {
        if (delivered.isEmpty()) {
          throw e;
        }
        return; // what was delivered before counts first; the next call meets this one again
      }
      fetched.removeFirst();
      settle(next.partition(), inbox);
    }
  }

  private void settle(int number, PartitionInbox inbox) {
    TopicPartition partition = partitions.get(number);
    if (inbox.isFinished()) {
      consumer.pause(List.of(partition));
    } else if (inbox.mustReadAgain()) {
      long offset = inbox.position().offset();
      consumer.seek(partition, offset);
      fetched.removeIf(record -> record.partition() == number);
      inbox.readAgainFrom(offset);
    }
  }

  private Arrival arrival(ConsumerRecord<byte[], byte[]> consumed, PartitionInbox inbox) {
    long position = FeedRecords.position(consumed);
    long previous = FeedRecords.previous(consumed);
    if (FeedRecords.isMarker(consumed) || inbox.hasReached(position)) {
      return new Arrival(position, previous, consumed.offset(), null);
    }
    try {
      RecordedEvent event =
          new RecordedEvent(position, codec.decode(consumed.value()), consumed.value());
      return new Arrival(position, previous, consumed.offset(), event);
    } catch (UnknownEventName e) {
      throw e.at(position);
    }
  }
}
