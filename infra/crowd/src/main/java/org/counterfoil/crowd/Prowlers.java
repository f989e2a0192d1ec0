package org.counterfoil.crowd;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.counterfoil.crowd.Door.Pass;
import org.counterfoil.crowd.plan.Visitor;

/**
 * Bots that stay and try again and again, with what admissions they have and though they were used:
 * as many requests as keep their share of all requests, neither more nor fewer.
 */
final class Prowlers {

  private static final int MOST = 64;
  private static final int PAUSE_MILLIS = 10;

  /** How long they go on after everything is over, until they have had their share. */
  private static final long LAST_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Onsale onsale;
  private final Semaphore places = new Semaphore(MOST);
  private volatile boolean isOver;

  Prowlers(Onsale onsale) {
    this.onsale = onsale;
  }

  /** Stays until all is over, unless there are enough of them. */
  void prowl(Visitor bot, List<Pass> passes) {
    if (passes.isEmpty() || !places.tryAcquire()) {
      return;
    }
    try {
      for (int session = bot.sessions(); !isOver; session++) {
        if (onsale.shop().areBotsBelow(onsale.shares().botRequests())) {
          new Session(onsale, bot, session, passes.get(session % passes.size())).play();
        } else {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  /** Sends them home, at once where they have had their share. */
  void goHome(CountDownLatch stopped) throws InterruptedException {
    long end = System.nanoTime() + LAST_NANOS;
    boolean isStopped = stopped.getCount() == 0;
    while (!isStopped
        && places.availablePermits() < MOST
        && onsale.shop().areBotsBelow(onsale.shares().botRequests())
        && System.nanoTime() < end) {
      isStopped = stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
    isOver = true;
    places.acquire(isStopped ? 0 : MOST);
  }
}
