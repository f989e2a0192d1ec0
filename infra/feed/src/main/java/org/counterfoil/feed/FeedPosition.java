package org.counterfoil.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * How far a reader has come, per partition. The log itself is one partition.
 *
 * @param source what the offsets belong to: the log, or one creation of a Kafka topic; empty for
 *     {@link #BEGINNING}
 * @param partitions by number, from 0
 */
public record FeedPosition(String source, List<Partition> partitions) {

  /** Before the first event. */
  public static final FeedPosition BEGINNING = new FeedPosition("", List.of());

  /**
   * How far one partition was read.
   *
   * @param reached every event of this partition up to and including this position was delivered;
   *     -1 for none
   * @param offset the carrier's place to read on at; a hint, for what was delivered is known from
   *     {@code reached}
   */
  public record Partition(long reached, long offset) {}

  public FeedPosition {
    partitions = List.copyOf(partitions);
  }

  /**
   * The position up to and including which every event was delivered: the least over the
   * partitions; -1 for none.
   */
  public long position() {
    return partitions.stream().mapToLong(Partition::reached).min().orElse(-1);
  }

  /** Whether an event was delivered. */
  public boolean covers(RecordedEvent event) {
    if (partitions.isEmpty()) {
      return false;
    }
    int partition =
        Partitioning.partitionOf(Partitioning.keyOf(event.envelope()), partitions.size());
    return event.position() <= partitions.get(partition).reached();
  }

  /** Whether every partition reached what the other's same partition did, or more. */
  public boolean covers(FeedPosition other) {
    if (partitions.size() != other.partitions.size()) {
      return other.position() == -1;
    }
    return IntStream.range(0, partitions.size())
        .allMatch(
            number -> partitions.get(number).reached() >= other.partitions.get(number).reached());
  }

  /**
   * The same place in a source that may be another: of another one no offset is known, and its
   * partitions divide the events otherwise.
   *
   * @throws UnusableFeedPosition where the partitions are others, and not all reached the same
   */
  public FeedPosition in(String newSource, int newPartitions) {
    if (newSource.equals(source) && newPartitions == partitions.size()) {
      return this;
    }
    if (newPartitions == partitions.size()) {
      List<Partition> same = new ArrayList<>();
      partitions.forEach(partition -> same.add(new Partition(partition.reached(), 0)));
      return new FeedPosition(newSource, same);
    }
    if (!isEven()) {
      throw new UnusableFeedPosition(this, newSource, newPartitions);
    }
    return new FeedPosition(
        newSource, Collections.nCopies(newPartitions, new Partition(position(), 0)));
  }

  private boolean isEven() {
    return partitions.stream().allMatch(partition -> partition.reached() == position());
  }
}
