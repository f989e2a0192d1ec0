package org.counterfoil.feed.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.feed.EventFeed;

/**
 * Runs one projection on a thread of its own: takes batches from the feed, and commits rows and
 * position in one transaction. Safe for use by many threads.
 *
 * <p>A failure of the database is waited out. An event that cannot be applied is parked, and its
 * key held back. An event that this version does not know, or a gap in the log, stops the runner;
 * nothing is skipped.
 */
public final class ProjectionRunner implements AutoCloseable {

  /**
   * Prepares; {@link #start} begins.
   *
   * @param tables connects as the role that owns the projection's schema. It must be allowed to
   *     create schemas ({@code grant create on database}), as rebuilds fill another one; its
   *     default {@code search_path} finds the schema if both have the same name
   * @param codec reads parked events
   */
  public ProjectionRunner(
      Projection projection,
      EventFeed feed,
      DataSource tables,
      EventCodec codec,
      ProjectionSettings settings,
      MeterRegistry meters,
      Clock clock) {}

  /** Begins to run. A projection without tables, or with others than its script says, rebuilds. */
  public void start() {
    notYet();
  }

  /** How it is doing. */
  public ProjectionStatus status() {
    return notYet();
  }

  /** Every event up to and including this position is in the committed rows, or parked. */
  public long position() {
    return notYet();
  }

  /**
   * Waits until {@link #position} is at least {@code minPosition}.
   *
   * @return whether it is; false once the time is over
   */
  public boolean awaitPosition(long minPosition, Duration atMost) throws InterruptedException {
    return notYet();
  }

  /**
   * Whether an event of this key at or before this position is parked, so that the key's rows do
   * not reflect the position.
   */
  public boolean isParked(String key, long position) {
    return notYet();
  }

  /** The parked events, in order of position. */
  public List<ParkedEvent> parked() {
    return notYet();
  }

  /**
   * Applies the key's parked events, in order, up to the first that fails again.
   *
   * @return how many were applied
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public int retry(String key) {
    return notYet();
  }

  /**
   * Gives up a parked event for good, also in rebuilds, and retries the rest of its key.
   *
   * @return whether it was parked
   * @throws UnsupportedOperationException where the projection does not allow it
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public boolean discard(long position) {
    return notYet();
  }

  /**
   * Begins to rebuild, and returns; {@link #status} tells how far it is.
   *
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public void rebuild() {
    notYet();
  }

  /**
   * Builds all rows anew from the log and compares them with the live ones, at one position. The
   * live ones pause for a moment.
   *
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public EqualityResult check() throws InterruptedException {
    return notYet();
  }

  /**
   * Tells a listener after each commit what has changed. Called on the runner's thread: must return
   * at once.
   *
   * @return ends it
   */
  public AutoCloseable onChange(Consumer<ProjectionChange> listener) {
    return notYet();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // goes with the method
  private static <T> T notYet() {
    throw new UnsupportedOperationException("Expected to run, but this is the shape only");
  }

  /** Stops after the batch at hand. May be repeated. */
  @Override
  public void close() {}
}
