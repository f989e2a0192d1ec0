package org.counterfoil.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.crowd.Door.Pass;
import org.counterfoil.crowd.plan.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Lets visitors in as they come, and once more when places fall back that they had to go without,
 * until everything is sold or nobody wants any more.
 */
final class Visits {

  private static final int PAUSE_MILLIS = 20;

  private final Onsale onsale;
  private final long capacity;
  private final ExecutorService people;
  private final CountDownLatch stopped;
  private final Semaphore room;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final SecondWave secondWave;
  private final Prowlers prowlers;
  private volatile boolean areAllHere;

  Visits(
      Onsale onsale,
      long capacity,
      int mostInside,
      ExecutorService people,
      CountDownLatch stopped) {
    this.onsale = onsale;
    this.capacity = capacity;
    this.people = people;
    this.stopped = stopped;
    this.room = new Semaphore(mostInside);
    this.secondWave = new SecondWave(onsale);
    this.prowlers = new Prowlers(onsale);
  }

  int arrived() {
    return arrived.get();
  }

  /** How many are there. */
  int inside() {
    return inside.get();
  }

  /**
   * The whole sale.
   *
   * @param start {@link System#nanoTime} from which their arrivals count
   */
  void run(List<Visitor> visitors, long start) throws InterruptedException {
    Thread later = Thread.ofVirtual().name("second-wave").start(this::letThemReturn);
    for (Visitor visitor : visitors) {
      boolean isWanted = !isSoldOut() && !isStoppedBefore(start + visitor.arrivesAfter().toNanos());
      if (!isWanted || !isRoomMade()) {
        break; // who comes to a house that is sold out sees it, and asks for nothing
      }
      arrived.incrementAndGet();
      begin(visitor, List.of(), 0);
    }
    areAllHere = true;
    later.join();
    prowlers.goHome(stopped);
  }

  private void letThemReturn() {
    try {
      while (!isOver()) {
        for (SecondWave.Returning each : secondWave.due()) {
          if (!isRoomMade()) {
            return;
          }
          begin(each.visitor(), each.passes(), each.times());
        }
        if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sold out, and everybody gone; or nothing is to be had, or wanted, any more. */
  private boolean isOver() throws InterruptedException {
    if (!areAllHere || inside.get() > 0) {
      return false;
    }
    Sight sight = onsale.sights().glance(Asker.RUN);
    boolean isNothingMoving =
        sight != null && sight.held() == 0 && onsale.lateMoney().awaited() == 0;
    return isSoldOut() || (isNothingMoving && (left(sight) == 0 || secondWave.isNobodyLeft()));
  }

  private boolean isSoldOut() {
    Sight sight = onsale.sights().last();
    return sight != null && sight.sold() >= capacity;
  }

  private long left(@Nullable Sight sight) {
    return sight == null ? 0 : sight.left(onsale.house().zones().keySet());
  }

  private boolean isRoomMade() throws InterruptedException {
    while (!room.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      if (stopped.getCount() == 0) {
        return false;
      }
    }
    return true;
  }

  /** Waits until this {@link System#nanoTime}, or until somebody stops the run. */
  private boolean isStoppedBefore(long nanos) throws InterruptedException {
    return stopped.await(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void begin(Visitor visitor, List<Pass> passes, int times) {
    inside.incrementAndGet();
    try {
      people.execute(() -> come(visitor, passes, times));
    } catch (RejectedExecutionException stopping) {
      inside.decrementAndGet();
    }
  }

  private void come(Visitor visitor, List<Pass> passes, int times) {
    List<Pass> shown = passes;
    try {
      shown = passes.isEmpty() ? enter(visitor) : passes;
      visit(visitor, shown, times);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      room.release();
      secondWave.left(visitor, times);
      inside.decrementAndGet();
    }
    if (visitor.isBot()) {
      prowlers.prowl(visitor, shown);
    }
  }

  private List<Pass> enter(Visitor visitor) throws InterruptedException {
    byte[] nonce = new byte[32];
    new SplittableRandom(~visitor.seed()).nextBytes(nonce);
    return onsale.door().enter(nonce, Asker.of(visitor));
  }

  private void visit(Visitor visitor, List<Pass> passes, int times) throws InterruptedException {
    if (passes.isEmpty()) {
      return;
    }
    List<Thread> others = new ArrayList<>();
    for (int session = 1; session < visitor.sessions(); session++) {
      Session other = new Session(onsale, visitor, session, passes.get(session % passes.size()));
      others.add(Thread.startVirtualThread(() -> play(other)));
    }
    Outcome outcome =
        new Session(onsale, visitor, times * visitor.sessions(), passes.getFirst()).play();
    for (Thread other : others) {
      other.join();
    }
    if (outcome == Outcome.EMPTY_HANDED && !visitor.isBot()) {
      secondWave.willReturn(visitor, passes, times + 1);
    }
  }

  private static void play(Session session) {
    try {
      session.play();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
