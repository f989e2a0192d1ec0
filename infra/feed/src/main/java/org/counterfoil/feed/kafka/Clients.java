package org.counterfoil.feed.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients, set up as the feed needs them. */
final class Clients {

  /** Long enough for a broker to restart, short enough to notice that it does not. */
  private static final int REQUEST_MILLIS = 5_000;

  private static final int DELIVERY_MILLIS = 15_000;

  private Clients() {}

  static Admin admin(KafkaTopic topic, String name) {
    Map<String, Object> settings = common(topic, name);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    return Admin.create(settings);
  }

  /** Without a group: partitions are assigned by hand, and offsets are kept by the projection. */
  static KafkaConsumer<byte[], byte[]> consumer(KafkaTopic topic, String name) {
    Map<String, Object> settings = common(topic, name);
    settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Retries do not double within a partition (KIP-98). One request at a time, because idempotence
   * alone does not keep the order in a partition that is new: where its first batch has to be sent
   * again, the broker takes the second for the first, as it knows no sequence yet (KIP-360), and
   * refuses the first from then on.
   */
  static KafkaProducer<byte[], byte[]> producer(KafkaTopic topic, String name) {
    Map<String, Object> settings = common(topic, name);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0); // a batch is flushed as one
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 262_144);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> common(KafkaTopic topic, String name) {
    Map<String, Object> settings = new HashMap<>(topic.client());
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "counterfoil-" + name);
    settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    settings.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, 5_000);
    return settings;
  }
}
