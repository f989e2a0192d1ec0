package org.counterfoil.feed.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows how far the log was relayed: every batch ends with a record in each partition, so the end
 * of one partition tells.
 */
final class KafkaHead implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaHead.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaTopic topic;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile long position = -1;

  private KafkaHead(KafkaTopic topic) {
    this.topic = topic;
    this.thread = Thread.ofPlatform().daemon().name("feed-head").unstarted(this::run);
  }

  static KafkaHead start(KafkaTopic topic) {
    KafkaHead head = new KafkaHead(topic);
    head.thread.start();
    return head;
  }

  /** The last position known to be relayed; -1 for none. */
  long position() {
    return position;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        watch();
      } while (!closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.warn("Expected to be closed, but was interrupted: the feed's head stands still");
    }
  }

  private void watch() {
    TopicPartition first = new TopicPartition(topic.name(), 0);
    try (KafkaConsumer<byte[], byte[]> consumer = Clients.consumer(topic, "feed-head")) {
      consumer.assign(List.of(first));
      long end = consumer.endOffsets(List.of(first)).getOrDefault(first, 0L);
      consumer.seek(first, Math.max(0, end - 1));
      while (closing.getCount() > 0) {
        consumer
            .poll(POLL)
            .forEach(record -> position = Math.max(position, FeedRecords.position(record)));
      }
    } catch (OffsetOutOfRangeException e) {
      LOG.info("The topic {} was created again", topic.name());
    } catch (KafkaException e) {
      LOG.debug("Expected to know the feed's head, but failed; trying again", e);
    }
  }
}
