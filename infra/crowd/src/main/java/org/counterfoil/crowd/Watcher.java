package org.counterfoil.crowd;

import java.util.concurrent.TimeUnit;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what can be seen of the sale, again and again while the crowd buys, so as to know when
 * the last sale was seen and not only that it was.
 */
final class Watcher implements AutoCloseable {

  private static final int PAUSE_MILLIS = 100;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Dashboard shown;
  private final Thread thread;
  private @Nullable Figures last;
  private long sold;
  private long grewAt;

  Watcher(Dashboard shown) {
    this.shown = shown;
    this.thread = Thread.ofVirtual().name("watcher").start(this::watch);
  }

  /** Availability, which everybody sees; it shows no receipts. */
  static Watcher ofAvailability(Sights sights) {
    return new Watcher(
        () -> {
          Sight sight = sights.look(Asker.RUN);
          return sight == null ? null : new Figures(sight.sold(), sight.held(), 0);
        });
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        saw(shown.look(), System.nanoTime());
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void saw(@Nullable Figures now, long at) {
    last = now == null ? last : now;
    if (now != null && now.sold() > sold) {
      sold = now.sold();
      grewAt = at;
    }
  }

  /** As it was a moment ago; nothing where it was never seen. */
  private synchronized @Nullable Figures last() {
    return last;
  }

  /**
   * How it ends: what is seen of the end may come a moment after the end itself.
   *
   * @param atTheEnd what is expected to be seen; waited for, for so long as a hold's end may take
   *     to be recorded and seen
   * @return as it was seen last, as expected or not; nothing where it was never seen
   */
  @Nullable Figures last(Figures atTheEnd) throws InterruptedException {
    long deadline = System.nanoTime() + Settling.TO_BE_SEEN.toNanos();
    Figures seen = last();
    while (!atTheEnd.equals(seen) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE_MILLIS);
      seen = last();
    }
    return seen;
  }

  /**
   * Waits until all sales are seen.
   *
   * @return from when the last buyer was told until it was seen, in milliseconds; -1 where it never
   *     was
   */
  long lagMillis(Books books) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (seen() < books.sold() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE_MILLIS);
    }
    return seen() < books.sold() ? -1 : lag(books);
  }

  private synchronized long seen() {
    return sold;
  }

  private synchronized long lag(Books books) {
    return books.sold() == 0
        ? 0
        : Math.max(0, TimeUnit.NANOSECONDS.toMillis(grewAt - books.takings().lastSaleAt()));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
