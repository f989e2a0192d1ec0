package org.counterfoil.crowd;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.counterfoil.crowd.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * What people see who look at the house: for all of them together it is asked for anew every few
 * moments, as a shop that stands before the system would.
 */
final class Sights {

  private static final Duration SHOWN = Duration.ofMillis(250);

  private final Shop shop;
  private final Request request;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Sight last;

  Sights(Shop shop, String performanceId) {
    this.shop = shop;
    this.request = Request.get("/performances/" + performanceId + "/availability");
  }

  /** As it was a moment ago; nothing where it was never answered. */
  @Nullable Sight glance(Asker asker) throws InterruptedException {
    return since(System.nanoTime() - SHOWN.toNanos(), asker);
  }

  /** As it was at this {@link System#nanoTime} or later: for who was told that it has changed. */
  @Nullable Sight since(long then, Asker asker) throws InterruptedException {
    Sight known = last;
    if (known != null && known.takenAt() - then >= 0) {
      return known;
    }
    asking.lockInterruptibly();
    try {
      known = last;
      return known != null && known.takenAt() - then >= 0 ? known : look(asker);
    } finally {
      asking.unlock();
    }
  }

  /** As it was when somebody last looked; nothing where nobody has. */
  @Nullable Sight last() {
    return last;
  }

  /** As it is now. */
  @Nullable Sight look(Asker asker) throws InterruptedException {
    long now = System.nanoTime();
    Shop.Reply reply = shop.ask(Step.LOOK, request, asker);
    if (reply.isSuccess()) {
      last = Sight.of(reply.body(), now);
    }
    return last;
  }
}
