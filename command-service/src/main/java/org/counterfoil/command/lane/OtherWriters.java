package org.counterfoil.command.lane;

/**
 * When it was last noticed that another process may have written to a stream. What was looked up
 * before that may have to be looked up again.
 */
public final class OtherWriters {

  private volatile long noticedAtNanos = System.nanoTime();

  /** To be called by whoever finds that a stream went on without this process. */
  public void noticed() {
    noticedAtNanos = System.nanoTime();
  }

  /**
   * Whether others may have been at work since then.
   *
   * @param nanoTime of {@link System#nanoTime}
   */
  public boolean wereNoticedSince(long nanoTime) {
    return noticedAtNanos - nanoTime >= 0;
  }
}
