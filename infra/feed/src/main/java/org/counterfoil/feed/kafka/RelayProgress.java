package org.counterfoil.feed.kafka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far the log was relayed, acknowledged by the broker.
 *
 * @param topicId which creation of the topic it was relayed to
 * @param position every event up to and including this one was relayed; -1 for none
 * @param partitions by number, from 0
 */
record RelayProgress(String topicId, long position, List<Partition> partitions) {

  /**
   * One partition.
   *
   * @param lastEvent the position of its last event; -1 for none
   * @param nextOffset behind its last acknowledged record; less than that, and it is another topic
   */
  record Partition(long lastEvent, long nextOffset) {}

  RelayProgress {
    partitions = List.copyOf(partitions);
  }

  static RelayProgress beginning(TopicCreation creation) {
    return new RelayProgress(
        creation.id(), -1, Collections.nCopies(creation.partitions(), new Partition(-1, 0)));
  }

  static RelayProgress of(String topicId, long position, Long[] lastEvents, Long[] nextOffsets) {
    List<Partition> partitions = new ArrayList<>();
    for (int number = 0; number < lastEvents.length; number++) {
      partitions.add(new Partition(lastEvents[number], nextOffsets[number]));
    }
    return new RelayProgress(topicId, position, partitions);
  }

  boolean isOf(TopicCreation creation) {
    return topicId.equals(creation.id()) && partitions.size() == creation.partitions();
  }
}
