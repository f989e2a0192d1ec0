package org.counterfoil.query.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the listeners of one question share: the newest answer, and the news that it may be
 * outdated. However many listen, the question is asked once.
 */
final class LiveTopic {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int listeners;
  private boolean mayBeOutdated = true;
  private @Nullable LiveAnswer newest;

  /** Adds a listener and tells whether it is the first, so that somebody must begin to ask. */
  boolean join() {
    lock.lock();
    try {
      listeners++;
      return listeners == 1;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      listeners--;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isDeserted() {
    lock.lock();
    try {
      return listeners == 0;
    } finally {
      lock.unlock();
    }
  }

  void invalidate() {
    lock.lock();
    try {
      mayBeOutdated = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the answer may be outdated.
   *
   * @param goodFor after which time it may be, without any news
   * @return false where nobody listens any more
   */
  boolean awaitOutdated(Duration goodFor) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(goodFor);
    lock.lock();
    try {
      while (!mayBeOutdated && listeners > 0 && nanos > 0) {
        nanos = news.awaitNanos(nanos);
      }
      mayBeOutdated = false;
      return listeners > 0;
    } finally {
      lock.unlock();
    }
  }

  @Nullable LiveAnswer newest() {
    lock.lock();
    try {
      return newest;
    } finally {
      lock.unlock();
    }
  }

  void publish(LiveAnswer answer) {
    lock.lock();
    try {
      newest = answer;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for an answer of a version after this one; missing where none comes in time.
   *
   * @param version what the listener has seen; -1 for nothing
   */
  @Nullable LiveAnswer await(long version, Duration atMost) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(atMost);
    lock.lock();
    try {
      while (newest == null || newest.version() <= version) {
        if (nanos <= 0) {
          return null;
        }
        nanos = news.awaitNanos(nanos);
      }
      return newest;
    } finally {
      lock.unlock();
    }
  }
}
