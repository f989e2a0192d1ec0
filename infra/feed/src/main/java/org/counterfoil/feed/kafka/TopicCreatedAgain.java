package org.counterfoil.feed.kafka;

import org.apache.kafka.common.KafkaException;

/** The topic is another one than it was: what was relayed to it is gone. */
final class TopicCreatedAgain extends KafkaException {

  private static final long serialVersionUID = 1L;

  TopicCreatedAgain(String topic) {
    super("Expected the topic " + topic + " to go on, but it was created again: relaying anew");
  }
}
