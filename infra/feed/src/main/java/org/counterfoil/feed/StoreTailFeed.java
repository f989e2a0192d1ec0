package org.counterfoil.feed;

import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;

/** The log itself as a feed: one partition, whose offset is the position. No Kafka needed. */
public final class StoreTailFeed implements EventFeed {

  static final String SOURCE = "log";

  private final EventLog log;
  private final EventTail tail;

  public StoreTailFeed(EventLog log, EventTail tail) {
    this.log = log;
    this.tail = tail;
  }

  @Override
  public FeedReader open(String consumer, FeedPosition after) {
    return new StoreTailReader(log, tail, after.in(SOURCE, 1).position(), Long.MAX_VALUE);
  }

  @Override
  public FeedReader open(String consumer, FeedPosition after, FeedPosition until) {
    return new StoreTailReader(log, tail, after.in(SOURCE, 1).position(), until.position());
  }

  @Override
  public long head() {
    return tail.lastPosition();
  }

  /** Nothing to close: log and tail belong to whoever made them. */
  @Override
  public void close() {}
}
