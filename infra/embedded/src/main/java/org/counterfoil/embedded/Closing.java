package org.counterfoil.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody's end has begun; from then on nothing is launched any more. */
class Closing {
  private final CountDownLatch begun = new CountDownLatch(1);

  boolean isBegun() {
    return begun.getCount() == 0;
  }

  /** Waits for the end to begin, at most so long, and says whether it has. */
  boolean hasBegunWithin(Duration time) throws InterruptedException {
    return begun.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void begin() {
    synchronized (begun) {
      begun.countDown();
    }
  }

  /**
   * Launches something unless the end has begun. Under the same lock as {@link #begin}: whoever
   * began it finds either all that was launched or nothing.
   *
   * @return whether it was launched
   */
  boolean launch(Runnable launch) {
    synchronized (begun) {
      if (isBegun()) {
        return false;
      }
      launch.run();
      return true;
    }
  }
}
