package org.counterfoil.feed;

import java.time.Duration;
import org.counterfoil.eventstore.codec.UnknownEventName;

/** Delivers events, each once, in order per organisation. For one thread. */
public interface FeedReader extends AutoCloseable {

  /**
   * Answers the next events; waits for them where there are none. An answer without events may have
   * moved on all the same.
   *
   * <p>After an exception the reader is as before the call, and may be asked again.
   *
   * @param max the most events to answer
   * @param wait how long to wait for the first
   * @throws UnknownEventName for an event that this version does not know; it is never skipped
   * @throws InterruptedException if interrupted while waiting
   */
  FeedBatch poll(int max, Duration wait) throws InterruptedException;

  /**
   * How many events were read but are held back, because one before them has not come yet. Above 0
   * for longer than a moment, the carrier has lost events that it must deliver again.
   */
  default int heldBack() {
    return 0;
  }

  @Override
  void close();
}
