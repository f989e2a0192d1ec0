package org.counterfoil.crowd;

import java.util.concurrent.TimeUnit;

/**
 * Looks at what everybody can see, again and again while the crowd buys, so as to know when the
 * last sale was seen and not only that it was.
 */
final class Watcher implements AutoCloseable {

  private static final int PAUSE_MILLIS = 100;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Sights sights;
  private final Thread thread;
  private long sold;
  private long grewAt;

  Watcher(Sights sights) {
    this.sights = sights;
    this.thread = Thread.ofVirtual().name("watcher").start(this::watch);
  }

  private void watch() {
    try {
      while (!Thread.interrupted()) {
        look();
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    Sight sight = sights.look();
    if (sight != null) {
      saw(sight.sold(), System.nanoTime());
    }
  }

  private synchronized void saw(long nowSold, long at) {
    if (nowSold > sold) {
      sold = nowSold;
      grewAt = at;
    }
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
        : Math.max(0, TimeUnit.NANOSECONDS.toMillis(grewAt - books.lastSaleAt()));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
