package org.counterfoil.feed;

/**
 * Where events come from, for whoever wants all of them. Two carriers: the log itself, and Kafka.
 *
 * <p>Order is promised per organisation (events that belong to none count as one more): on Kafka,
 * events of different organisations may come in another order than they have in the log. Each event
 * is delivered once by a reader; who keeps the {@link FeedPosition} in the same transaction as what
 * was made of the events, sees each exactly once.
 *
 * <p>Safe for use by many threads; a reader belongs to one.
 */
public interface EventFeed extends AutoCloseable {

  /**
   * Opens a reader that goes on after a position.
   *
   * @param consumer who reads, for logs and metrics
   * @param after {@link FeedPosition#BEGINNING} for everything
   * @throws UnusableFeedPosition where this carrier cannot go on from there
   */
  FeedReader open(String consumer, FeedPosition after);

  /**
   * Opens a reader that stops at a position: nothing behind it, in any partition, is delivered.
   *
   * @param until reached by another reader of this feed
   * @throws UnusableFeedPosition where this carrier cannot go on from {@code after}
   */
  FeedReader open(String consumer, FeedPosition after, FeedPosition until);

  /** The last position the carrier knows of; -1 where there is none. It may be a moment old. */
  long head();

  @Override
  void close();
}
