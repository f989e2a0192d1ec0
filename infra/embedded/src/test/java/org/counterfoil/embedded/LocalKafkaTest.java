package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  private static final String TOPIC = "events";

  @TempDir Path data;

  @Test
  void keepsRecordsAndPortWhenClosedAndStartedAgain() throws Exception {
    String servers;
    try (LocalKafka kafka = LocalKafka.start(data)) {
      servers = kafka.bootstrapServers();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      }
      send(servers, "first");
    }

    try (LocalKafka kafka = LocalKafka.start(data)) {
      assertThat(kafka.bootstrapServers()).isEqualTo(servers);
      send(servers, "second");
      assertThat(receive(servers, 2)).containsExactly("first", "second");
    }
  }

  @Test
  void aSecondStartOnTheFolderIsRefused() {
    try (LocalKafka kafka = LocalKafka.start(data)) {
      assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
      assertThatThrownBy(() -> LocalKafka.start(data))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Expected to be the only process using");
    }
  }

  private static void send(String servers, String text) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, text)).get();
    }
  }

  private static List<String> receive(String servers, int count) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "group.id", "test", "auto.offset.reset", "earliest");
    List<String> received = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(consumed -> received.add(consumed.value()));
                return received.size() >= count;
              });
    }
    return received;
  }
}
