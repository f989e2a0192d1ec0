package org.counterfoil.feed.kafka;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.FeedPosition;

/**
 * One partition's records, put in order: each event is delivered once, after the one before it in
 * the partition. What comes twice is dropped; what comes early is held back until what is missing
 * has come, for a relay may have to send a part of a batch again that lies before a part that got
 * through.
 */
final class PartitionInbox {

  /** How many records may be held back; more are dropped, and read again when it is their turn. */
  private final int mostEarly;

  /** Where to stop; what lies behind is not delivered. */
  private final long until;

  /** Off only to show what this is for. */
  private final boolean holdsBack;

  private final TreeMap<Long, Arrival> early = new TreeMap<>();
  private long reached;
  private long nextOffset;

  /** Where reading goes on after a crash while something is missing: at the first early one. */
  private long gapOffset = -1;

  /** After which position the first dropped record's turn is. */
  private long droppedBehind = Long.MAX_VALUE;

  PartitionInbox(FeedPosition.Partition from, long until, int mostEarly, boolean holdsBack) {
    this.reached = from.reached();
    this.nextOffset = from.offset();
    this.until = until;
    this.mostEarly = mostEarly;
    this.holdsBack = holdsBack;
  }

  /** Whether everything up to where to stop was delivered. */
  boolean isFinished() {
    return reached >= until;
  }

  /** Whether this position was delivered already. */
  boolean hasReached(long position) {
    return position <= reached;
  }

  FeedPosition.Partition position() {
    return new FeedPosition.Partition(reached, gapOffset >= 0 ? gapOffset : nextOffset);
  }

  /** How many records are held back. */
  int early() {
    return early.size();
  }

  /** Whether the record before an early one is missing. */
  boolean isGapped() {
    return gapOffset >= 0;
  }

  /** Takes a record, and adds the events whose turn it is. */
  void take(Arrival arrival, List<RecordedEvent> delivered) {
    if (isFinished()) {
      return;
    }
    nextOffset = arrival.offset() + 1;
    if (hasReached(arrival.position())) {
      return;
    }
    if (holdsBack && arrival.previous() > reached) {
      holdBack(arrival);
      return;
    }
    deliver(arrival, delivered);
    deliverEarly(delivered);
  }

  /**
   * Answers whether records were dropped for want of room and it is now their turn: then reading
   * goes on at {@link #position}.
   */
  boolean mustReadAgain() {
    return droppedBehind <= reached;
  }

  /** Reading goes on at this offset. */
  void readAgainFrom(long offset) {
    nextOffset = offset;
    gapOffset = -1;
    droppedBehind = Long.MAX_VALUE;
    early.clear();
  }

  private void holdBack(Arrival arrival) {
    if (gapOffset < 0) {
      gapOffset = arrival.offset();
    }
    if (early.size() < mostEarly) {
      early.putIfAbsent(arrival.position(), arrival);
    } else {
      droppedBehind = Math.min(droppedBehind, arrival.previous());
    }
  }

  private void deliver(Arrival arrival, List<RecordedEvent> delivered) {
    if (arrival.position() > until) {
      reached = until; // nothing of this partition lies between
      nextOffset = arrival.offset();
      return;
    }
    reached = arrival.position();
    if (arrival.event() != null) {
      delivered.add(arrival.event());
    }
  }

  private void deliverEarly(List<RecordedEvent> delivered) {
    while (!early.isEmpty() && !isFinished()) {
      Map.Entry<Long, Arrival> first = early.firstEntry();
      if (first.getValue().previous() > reached) {
        return;
      }
      early.pollFirstEntry();
      if (!hasReached(first.getKey())) {
        deliver(first.getValue(), delivered);
      }
    }
    if (early.isEmpty() && droppedBehind == Long.MAX_VALUE) {
      gapOffset = -1;
    }
  }
}
