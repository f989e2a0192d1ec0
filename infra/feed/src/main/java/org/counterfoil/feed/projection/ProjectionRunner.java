package org.counterfoil.feed.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.feed.EventFeed;
import org.counterfoil.feed.FeedBatch;
import org.counterfoil.feed.UnusableFeedPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one projection on a thread of its own: takes batches from the feed, and commits rows and
 * position in one transaction. Safe for use by many threads, and on several nodes: who finds that
 * another node has moved the position starts again from there.
 *
 * <p>A failure of the database is waited out. An event that cannot be applied is parked, and its
 * key held back. An event that this version does not know, or a gap in the log, stops the runner;
 * nothing is skipped.
 */
public final class ProjectionRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

  private final Projection projection;
  private final EventFeed feed;
  private final EventCodec codec;
  private final ProjectionParts parts;
  private final ProjectionTables tables;
  private final FeedFollowing following;
  private final Maintenance maintenance;
  private final LiveState state;
  private final ProjectionMeters meters;
  private final LiveCommands commands = new LiveCommands();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ChangeListeners listeners = new ChangeListeners();
  private final Thread thread;

  /**
   * Prepares; {@link #start} begins.
   *
   * @param tables connects as the role that owns the projection's schema. It must be allowed to
   *     create schemas ({@code grant create on database}), as rebuilds fill another one. The runner
   *     sets the {@code search_path} of its own transactions; whoever else reads the tables by
   *     unqualified names, as they must to survive a rebuild, sets it to the projection's name
   *     ({@code currentSchema} in the URL). At least three connections
   * @param codec reads parked events
   */
  public ProjectionRunner(
      Projection projection,
      EventFeed feed,
      DataSource tables,
      EventCodec codec,
      ProjectionSettings settings,
      MeterRegistry meters,
      Clock clock) {
    String name = SchemaWork.checked(projection.name());
    this.projection = projection;
    this.feed = feed;
    this.codec = codec;
    this.state = new LiveState(clock);
    this.parts =
        new ProjectionParts(
            projection,
            feed,
            new SchemaWork(tables),
            ProjectionScript.of(projection),
            new Parking(clock),
            settings,
            closing);
    this.tables = parts.tables(name);
    this.following =
        new FeedFollowing(
            name,
            this.tables,
            settings.batchSize(),
            settings.gathering(),
            settings,
            closing,
            this::committed);
    this.maintenance = new Maintenance(parts, this.tables, commands, state, this::swapped, clock);
    this.meters = new ProjectionMeters(meters, this, name);
    this.thread = Thread.ofPlatform().name("projection-" + name).unstarted(this::run);
  }

  /** Begins to run. A projection without tables, or with others than its script says, rebuilds. */
  public void start() {
    thread.start();
  }

  /** How it is doing. */
  public ProjectionStatus status() {
    return state.status(projection.name(), feed.head(), tables.held().count());
  }

  /** Every event up to and including this position is in the committed rows, or parked. */
  public long position() {
    return state.reached.get();
  }

  /**
   * Waits until {@link #position} is at least {@code minPosition}.
   *
   * @return whether it is; false once the time is over
   */
  public boolean awaitPosition(long minPosition, Duration atMost) throws InterruptedException {
    return state.reached.await(minPosition, atMost);
  }

  /**
   * Whether an event of this key at or before this position is parked, so that the key's rows do
   * not reflect the position.
   */
  public boolean isParked(String key, long position) {
    return tables.held().holdsUpTo(key, position);
  }

  /** The parked events, in order of position. */
  public List<ParkedEvent> parked() {
    return parts.work().in(parts.live(), (jdbc, transaction) -> parts.parking().waiting(jdbc));
  }

  /**
   * Applies the key's parked events, in order, up to the first that fails again.
   *
   * @return how many were applied
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public int retry(String key) throws InterruptedException {
    return maintenance.unparking(
        () -> {
          int applied = tables.retry(key, codec);
          if (applied > 0) {
            tell(Set.of(key));
          }
          return applied;
        });
  }

  /**
   * Gives up a parked event for good, also in rebuilds, and retries the rest of its key.
   *
   * @return whether it was parked
   * @throws UnsupportedOperationException where the projection does not allow it
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public boolean discard(long position) throws InterruptedException {
    if (!projection.mayDiscard()) {
      throw new UnsupportedOperationException(
          "Expected a projection that may lose events, but "
              + projection.name()
              + " may not: retry after what is wrong was repaired");
    }
    return maintenance.unparking(
        () -> {
          List<String> keys = tables.discard(position);
          for (String key : keys) {
            tables.retry(key, codec);
            tell(Set.of(key));
          }
          return !keys.isEmpty();
        });
  }

  /**
   * Begins to rebuild, and returns; {@link #status} tells how far it is.
   *
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public void rebuild() {
    maintenance.beginRebuild();
  }

  /**
   * Builds all rows anew from the log and compares them with the live ones, at one position. The
   * live ones pause for a moment.
   *
   * @throws IllegalStateException while it is stopped, rebuilt or checked
   */
  public EqualityResult check() throws InterruptedException {
    return maintenance.check();
  }

  /**
   * Tells a listener after each commit what has changed. Called by the thread that has committed,
   * which waits: it must return at once.
   *
   * @return ends it
   */
  public Subscription onChange(Consumer<ProjectionChange> listener) {
    return listeners.add(listener);
  }

  /** A listener's, until it is closed. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** Stops after the batch at hand. May be repeated. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
      maintenance.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    meters.remove();
  }

  private void run() {
    try {
      maintenance.prepare();
      while (!parts.isClosing()) {
        follow();
      }
      state.stopped(null);
    } catch (InterruptedException e) {
      state.stopped("interrupted");
    } catch (RuntimeException | Error e) {
      state.stopped(Failures.stopReason(e, projection.getClass()));
      LOG.error("Projection {} has stopped", projection.name(), e);
    } finally {
      commands.end();
    }
  }

  private void follow() throws InterruptedException {
    try {
      state.live();
      following.run(after -> feed.open(projection.name(), after), this::goesOn);
    } catch (UnusableFeedPosition e) {
      LOG.warn("Rebuilding projection {}: {}", projection.name(), e.getMessage());
      maintenance.rebuildUnused();
    }
  }

  private boolean goesOn() {
    commands.run();
    state.reached.set(tables.reached().position());
    state.seen(feed.head());
    return !parts.isClosing();
  }

  private void committed(FeedBatch batch, Set<String> changedKeys, Duration took) {
    meters.batch().record(took);
    state.reached.set(batch.reached().position());
    if (!changedKeys.isEmpty()) {
      tell(changedKeys);
    }
  }

  private void swapped() {
    following.reload();
    tell(Set.of());
  }

  private void tell(Set<String> changedKeys) {
    listeners.tell(
        new ProjectionChange(projection.name(), tables.reached().position(), changedKeys));
  }
}
