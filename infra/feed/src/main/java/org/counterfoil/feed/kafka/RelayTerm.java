package org.counterfoil.feed.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** One leader's time: with one producer, on one creation of the topic. Ends with any failure. */
final class RelayTerm implements AutoCloseable {

  private final RelayLeadership leadership;
  private final Admin admin;
  private final KafkaTopic topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final RelaySession session;
  private RelayProgress progress;

  private RelayTerm(
      RelayLeadership leadership, Admin admin, KafkaTopic topic, RelayProgress progress) {
    this.leadership = leadership;
    this.admin = admin;
    this.topic = topic;
    this.progress = progress;
    this.producer = Clients.producer(topic, "relay");
    this.session = new RelaySession(producer, topic.name());
  }

  /** Goes on where the last leader was, unless the topic has lost what was relayed to it. */
  static RelayTerm begin(RelayLeadership leadership, Admin admin, KafkaTopic topic)
      throws InterruptedException {
    TopicCreation creation = TopicCreation.findOrCreate(admin, topic);
    Optional<RelayProgress> kept = leadership.progress().filter(last -> last.isOf(creation));
    boolean isWhole = kept.isPresent() && isWhole(kept.get(), admin, topic);
    return new RelayTerm(
        leadership, admin, topic, isWhole ? kept.orElseThrow() : RelayProgress.beginning(creation));
  }

  long position() {
    return progress.position();
  }

  /** Relays what is next; answers how many events. */
  int relay(EventLog log, int max) throws InterruptedException {
    List<RecordedEvent> events = log.read(progress.position(), max);
    if (!events.isEmpty()) {
      RelayProgress reached = session.send(events, progress);
      leadership.keep(reached);
      progress = reached;
    }
    return events.size();
  }

  /** Fails where the leadership was lost, or the topic is another one. */
  void lookAfter() throws InterruptedException {
    leadership.verify();
    if (TopicCreation.find(admin, topic).filter(progress::isOf).isEmpty()) {
      throw new TopicCreatedAgain(topic.name());
    }
  }

  /** Whether the topic still has all that was acknowledged. */
  private static boolean isWhole(RelayProgress kept, Admin admin, KafkaTopic topic)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, kept.partitions().size())
            .mapToObj(number -> new TopicPartition(topic.name(), number))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try {
      Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(ends).all().get();
      return found.entrySet().stream()
          .allMatch(
              end ->
                  end.getValue().offset()
                      >= kept.partitions().get(end.getKey().partition()).nextOffset());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }

  /** At once: what is not acknowledged by now counts as not relayed. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
