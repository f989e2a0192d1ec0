package org.counterfoil.feed.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.counterfoil.feed.FeedPosition;

/**
 * Fills new tables from the first event on, and swaps them with the live ones. A crash on the way
 * leaves the live ones as they are.
 */
final class Rebuild {

  /** How far the live tables may be ahead when they are made to wait. */
  private static final long CLOSE_ENOUGH = 1_000;

  private static final int MOST_ROUNDS = 20;
  private static final int MOST_SWAPS = 30;
  private static final Duration PAUSE_BETWEEN_SWAPS = Duration.ofSeconds(1);

  private final ProjectionParts parts;
  private final ProjectionTables live;
  private final ShadowBuild next;

  Rebuild(ProjectionParts parts, ProjectionTables live, LongConsumer progress) {
    this.parts = parts;
    this.live = live;
    this.next = new ShadowBuild(parts, parts.next(), progress);
  }

  /**
   * Rebuilds while the live tables follow the feed.
   *
   * @param commands of the live thread
   * @param swapped called while the live thread waits
   */
  void besideLive(LiveCommands commands, Runnable swapped) throws InterruptedException {
    next.create();
    next.setAside(discarded());
    catchUp(next, live);
    for (int attempt = 1; ; attempt++) {
      try (LiveCommands.Pause pause = commands.pause()) {
        live.load();
        next.fillUntil(live.reached());
        SchemaSwap.swap(parts);
        live.load();
        swapped.run();
        return;
      } catch (RuntimeException e) {
        if (!Failures.isLockTimeout(e) || attempt == MOST_SWAPS) {
          throw e;
        }
      }
      if (parts.closing().await(PAUSE_BETWEEN_SWAPS.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Expected to swap in new tables, but was told to stop");
      }
    }
  }

  /** Rebuilds tables that nobody writes, up to where they were and the feed is. */
  void ofUnused() throws InterruptedException {
    live.load();
    next.create();
    next.setAside(discarded());
    next.fillUntil(Math.max(live.reached().position(), parts.feed().head()));
    SchemaSwap.swap(parts);
  }

  /** Fills a build up to shortly behind the live tables, which go on meanwhile. */
  static void catchUp(ShadowBuild build, ProjectionTables live) throws InterruptedException {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      FeedPosition target = live.reached();
      build.fillUntil(target);
      if (live.reached().position() - target.position() <= CLOSE_ENOUGH) {
        return;
      }
    }
  }

  /** Given up for good, so that the new tables leave them out as well. */
  private Map<Long, Boolean> discarded() {
    Map<Long, Boolean> positions =
        new HashMap<>(
            parts
                .work()
                .in(
                    parts.live(),
                    (tables, transaction) -> parts.parking().discardedByPosition(tables)));
    positions.values().removeIf(isDiscarded -> !isDiscarded);
    return positions;
  }
}
