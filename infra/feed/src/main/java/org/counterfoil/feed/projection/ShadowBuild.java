package org.counterfoil.feed.projection;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.FeedReader;

/** Fills another schema from the first event on, with a reader of its own. */
final class ShadowBuild {

  private final ProjectionParts parts;
  private final String schema;
  private final ProjectionTables tables;
  private final FeedFollowing following;

  /**
   * Prepares.
   *
   * @param progress hears of each position reached
   */
  ShadowBuild(ProjectionParts parts, String schema, LongConsumer progress) {
    this.parts = parts;
    this.schema = schema;
    this.tables = parts.tables(schema);
    this.following =
        new FeedFollowing(
            schema,
            tables,
            parts.settings().buildBatchSize(),
            Duration.ZERO,
            parts.settings(),
            parts.closing(),
            (batch, keys, took) -> progress.accept(batch.reached().position()));
  }

  /** Makes empty tables; what an interrupted build has left is dropped. */
  void create() {
    drop();
    parts.script().create(parts.work(), schema);
  }

  void drop() {
    parts
        .work()
        .in(
            schema,
            (jdbc, transaction) -> {
              ProjectionScript.dropIfExists(jdbc, schema);
              return schema;
            });
  }

  /** From now on parks these positions without trying, and whether as discarded. */
  void setAside(Map<Long, Boolean> positions) {
    tables.setAside(positions);
  }

  /** Fills up to exactly what another reader has reached. */
  void fillUntil(FeedPosition target) throws InterruptedException {
    fill(after -> parts.feed().open(schema, after, target), () -> tables.reached().covers(target));
  }

  /** Fills up to this position, and possibly some events more. */
  void fillUntil(long target) throws InterruptedException {
    fill(after -> parts.feed().open(schema, after), () -> tables.reached().position() >= target);
  }

  private void fill(Function<FeedPosition, FeedReader> open, BooleanSupplier isDone)
      throws InterruptedException {
    following.run(open, () -> !isDone.getAsBoolean() && !parts.isClosing());
    if (!isDone.getAsBoolean()) {
      throw new IllegalStateException("Expected to fill " + schema + ", but was told to stop");
    }
  }
}
