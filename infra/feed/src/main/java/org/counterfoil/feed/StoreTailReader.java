package org.counterfoil.feed;

import java.time.Duration;
import java.util.List;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.log.RecordedEvent;

/** Reads the log in order of position; the tail says when there is more. */
final class StoreTailReader implements FeedReader {

  private final EventLog log;
  private final EventTail tail;
  private final long until;
  private long reached;

  StoreTailReader(EventLog log, EventTail tail, long after, long until) {
    this.log = log;
    this.tail = tail;
    this.reached = after;
    this.until = until;
  }

  @Override
  public FeedBatch poll(int max, Duration wait) throws InterruptedException {
    if (reached >= until || !tail.awaitBeyond(reached, wait)) {
      return batch(List.of());
    }
    int wanted = until - max < reached ? Math.toIntExact(until - reached) : max;
    List<RecordedEvent> events = log.read(reached, wanted);
    if (!events.isEmpty()) {
      reached = events.getLast().position();
    }
    return batch(events);
  }

  private FeedBatch batch(List<RecordedEvent> events) {
    FeedPosition.Partition log = new FeedPosition.Partition(reached, reached + 1);
    return new FeedBatch(events, new FeedPosition(StoreTailFeed.SOURCE, List.of(log)));
  }

  @Override
  public void close() {
    // Nothing is held between two polls.
  }
}
