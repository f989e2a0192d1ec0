package org.counterfoil.feed;

/**
 * The feed cannot go on from a position: another carrier, or another number of partitions, led to
 * it, and some of its partitions are ahead of others. Whoever kept it starts from the beginning.
 */
public final class UnusableFeedPosition extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableFeedPosition(FeedPosition position, String source, int partitions) {
    super(
        "Expected a position of %s with %d partitions, or one that is even, but got %s"
            .formatted(source, partitions, position));
  }
}
