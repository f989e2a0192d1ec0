package org.counterfoil.feed.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * One creation of a topic: deleted and created again, it is another one.
 *
 * @param id Kafka's own, new with each creation (KIP-516)
 */
record TopicCreation(String id, int partitions) {

  /** Everything stays, for who reads from the beginning; nothing is compacted. */
  private static final Map<String, String> FOR_EVER =
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG, "-1",
          TopicConfig.RETENTION_BYTES_CONFIG, "-1",
          TopicConfig.CLEANUP_POLICY_CONFIG, "delete");

  /** The topic as it is now; empty where there is none. */
  static Optional<TopicCreation> find(Admin admin, KafkaTopic topic) throws InterruptedException {
    try {
      TopicDescription found =
          admin.describeTopics(List.of(topic.name())).allTopicNames().get().values().stream()
              .findFirst()
              .orElseThrow();
      return Optional.of(new TopicCreation(found.topicId().toString(), found.partitions().size()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw failure(e);
    }
  }

  /** The topic as it is now, created if missing; with the broker's default replication. */
  static TopicCreation findOrCreate(Admin admin, KafkaTopic topic) throws InterruptedException {
    Optional<TopicCreation> found = find(admin, topic);
    if (found.isPresent()) {
      return found.get();
    }
    NewTopic created =
        new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
            .configs(FOR_EVER);
    try {
      CreateTopicsResult result = admin.createTopics(List.of(created));
      return new TopicCreation(
          result.topicId(topic.name()).get().toString(), result.numPartitions(topic.name()).get());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw failure(e);
      }
    }
    return find(admin, topic)
        .orElseThrow(
            () ->
                new UnknownTopicOrPartitionException(
                    "Expected the topic %s, which exists, but the broker does not show it yet"
                        .formatted(topic.name())));
  }

  private static KafkaException failure(ExecutionException e) {
    return e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
  }
}
