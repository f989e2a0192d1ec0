package org.counterfoil.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.crowd.Door.Pass;
import org.counterfoil.crowd.plan.Visitor;

/**
 * Those who went home with nothing, and come back when they see that holds have fallen back. More
 * come than there are places, for each thinks to be the only one.
 */
final class SecondWave {

  private static final int TIMES_AS_MANY = 2;

  private final Onsale onsale;
  private final Queue<Returning> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong placesWanted = new AtomicLong();

  SecondWave(Onsale onsale) {
    this.onsale = onsale;
  }

  /**
   * Somebody who comes once more.
   *
   * @param times how often they have been there
   */
  record Returning(Visitor visitor, List<Pass> passes, int times) {}

  void willReturn(Visitor visitor, List<Pass> passes, int times) {
    waiting.add(new Returning(visitor, passes, times));
  }

  /** Those who come now: in the order they had left, as many as what is free draws. */
  List<Returning> due() throws InterruptedException {
    Sight sight = waiting.isEmpty() ? null : onsale.sights().glance(Asker.PERSON);
    List<Returning> due = new ArrayList<>();
    if (sight == null) {
      return due;
    }
    long drawn = TIMES_AS_MANY * sight.left(onsale.house().zones().keySet());
    while (placesWanted.get() < drawn) {
      Returning next = waiting.poll();
      if (next == null) {
        break;
      }
      placesWanted.addAndGet(next.visitor().groupSize());
      due.add(next);
    }
    return due;
  }

  /** A visitor is gone who had come for the n-th time, from 0. */
  void left(Visitor visitor, int times) {
    if (times > 0) {
      placesWanted.addAndGet(-visitor.groupSize());
    }
  }

  boolean isNobodyLeft() {
    return waiting.isEmpty();
  }
}
