package org.counterfoil.crowd;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.counterfoil.crowd.Books.Hold;
import org.counterfoil.crowd.Books.Order;
import org.counterfoil.crowd.Shop.Reply;
import org.counterfoil.crowd.http.Request;

/**
 * Waits for what must end by itself, and asks how it did: holds after their time, orders with their
 * money. Gives up after a while; what has no end then is a fault.
 */
final class Settling {

  /** Late money comes after 305 s; a refund and a few attempts may follow. */
  private static final Duration LONGEST = Duration.ofSeconds(345);

  private static final int AT_ONCE = 32;
  private static final int PAUSE_MILLIS = 500;

  /** The end of a hold is recorded within 5 s, and seen within another. */
  static final Duration TO_BE_SEEN = Duration.ofSeconds(6);

  private final Onsale onsale;
  private final CountDownLatch stopped;
  private final Semaphore free = new Semaphore(AT_ONCE);

  Settling(Onsale onsale, CountDownLatch stopped) {
    this.onsale = onsale;
    this.stopped = stopped;
  }

  void run() throws InterruptedException {
    long deadline = System.nanoTime() + onsale.holdNanos() + LONGEST.toNanos();
    while (!pass() && System.nanoTime() < deadline) {
      if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
    awaitNothingHeld();
  }

  /** A hold is over when its time is; that it is over is recorded, and so seen, a little later. */
  private void awaitNothingHeld() throws InterruptedException {
    long deadline = System.nanoTime() + TO_BE_SEEN.toNanos();
    Sight sight = onsale.sights().look(Asker.RUN);
    while (sight != null && sight.held() > 0 && System.nanoTime() < deadline) {
      if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      sight = onsale.sights().look(Asker.RUN);
    }
  }

  /** Asks about everything that is open; answers whether nothing is. */
  private boolean pass() throws InterruptedException {
    Collection<Order> orders =
        onsale.books().orders().stream().filter(o -> !onsale.books().hasEnded(o)).toList();
    for (Order order : orders) {
      inBackground(() -> Purchase.look(onsale, order, Asker.RUN));
    }
    Collection<Hold> holds =
        onsale.books().holds().stream().filter(hold -> !hold.hasEnded()).toList();
    for (Hold hold : holds) {
      inBackground(() -> look(hold));
    }
    free.acquire(AT_ONCE);
    free.release(AT_ONCE);
    return onsale.books().orders().stream().allMatch(o -> onsale.books().hasEnded(o))
        && onsale.books().holds().stream().allMatch(Hold::hasEnded);
  }

  private void look(Hold hold) throws InterruptedException {
    Request request = Request.get("/holds/" + hold.id).with("Hold-Secret", hold.secret);
    Reply reply = onsale.shop().ask(Step.FOLLOW, request, Asker.RUN);
    if (reply.isSuccess()) {
      hold.ended(reply.body().path("state").asString("UNREADABLE"));
    }
  }

  /** Something to be asked. */
  private interface Question {
    void ask() throws InterruptedException;
  }

  private void inBackground(Question question) throws InterruptedException {
    free.acquire();
    Thread.startVirtualThread(
        () -> {
          try {
            question.ask();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          } finally {
            free.release();
          }
        });
  }
}
