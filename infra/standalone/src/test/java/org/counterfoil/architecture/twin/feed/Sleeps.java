package org.counterfoil.architecture.twin.feed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits without a condition. */
class Sleeps {

  void thread() throws InterruptedException {
    Thread.sleep(1);
  }

  void unit() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(1);
  }

  void park() {
    LockSupport.parkNanos(1);
  }
}
