package org.counterfoil.feed.projection;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A position that others wait for. */
final class ReachedPosition {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position = -1;

  long get() {
    return position;
  }

  void set(long reached) {
    lock.lock();
    try {
      position = reached;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean await(long minPosition, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lock();
    try {
      while (position < minPosition && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
      return position >= minPosition;
    } finally {
      lock.unlock();
    }
  }
}
