package org.counterfoil.feed.kafka;

import java.util.Map;

/**
 * The topic that carries the log.
 *
 * @param name of the topic
 * @param partitions how many it is created with; an existing topic keeps its own number
 * @param client settings of every client: {@code bootstrap.servers}, and what security asks for
 */
public record KafkaTopic(String name, int partitions, Map<String, Object> client) {

  /** Enough for a dozen readers at once; more would mean more markers per batch. */
  public static final int USUAL_PARTITIONS = 12;

  public KafkaTopic {
    client = Map.copyOf(client);
  }

  /** The usual topic on a broker without security. */
  public static KafkaTopic on(String bootstrapServers) {
    return new KafkaTopic(
        "counterfoil.events", USUAL_PARTITIONS, Map.of("bootstrap.servers", bootstrapServers));
  }
}
