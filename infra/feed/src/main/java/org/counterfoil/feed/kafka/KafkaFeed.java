package org.counterfoil.feed.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;

/**
 * The log as a {@link KafkaRelay} puts it on a topic. Order is that of the organisation's
 * partition. Where the topic is missing or Kafka is away, opening a reader fails with a {@link
 * KafkaException}, and is to be tried again.
 */
public final class KafkaFeed implements EventFeed {

  private static final int MOST_EARLY_PER_PARTITION = 10_000;

  private final KafkaTopic topic;
  private final EventCodec codec;
  private final boolean holdsBack;
  private final Admin admin;
  private final KafkaHead head;

  public KafkaFeed(KafkaTopic topic, EventCodec codec) {
    this(topic, codec, true);
  }

  /** Without holding back, to show what it is for. */
  KafkaFeed(KafkaTopic topic, EventCodec codec, boolean holdsBack) {
    this.topic = topic;
    this.codec = codec;
    this.holdsBack = holdsBack;
    this.admin = Clients.admin(topic, "feed-admin");
    this.head = KafkaHead.start(topic);
  }

  @Override
  public FeedReader open(String consumer, FeedPosition after) {
    return open(consumer, after, Optional.empty());
  }

  @Override
  public FeedReader open(String consumer, FeedPosition after, FeedPosition until) {
    return open(consumer, after, Optional.of(until));
  }

  private FeedReader open(String consumer, FeedPosition after, Optional<FeedPosition> until) {
    TopicCreation creation = creation();
    FeedPosition from = after.in(creation.id(), creation.partitions());
    Optional<FeedPosition> to = until.map(end -> end.in(creation.id(), creation.partitions()));
    List<PartitionInbox> inboxes = new ArrayList<>();
    for (int number = 0; number < creation.partitions(); number++) {
      int partition = number;
      long end =
          to.map(there -> there.partitions().get(partition).reached()).orElse(Long.MAX_VALUE);
      inboxes.add(
          new PartitionInbox(
              from.partitions().get(number), end, MOST_EARLY_PER_PARTITION, holdsBack));
    }
    return new KafkaReader(
        Clients.consumer(topic, consumer), codec, topic.name(), creation.id(), inboxes);
  }

  private TopicCreation creation() {
    try {
      return TopicCreation.find(admin, topic)
          .orElseThrow(
              () ->
                  new UnknownTopicOrPartitionException(
                      "Expected the topic " + topic.name() + ", but no relay has created it yet"));
    } catch (InterruptedException e) {
      throw new InterruptException(e); // sets the thread's flag again
    }
  }

  /** What was relayed, not what was recorded. */
  @Override
  public long head() {
    return head.position();
  }

  @Override
  public void close() {
    head.close();
    admin.close();
  }
}
