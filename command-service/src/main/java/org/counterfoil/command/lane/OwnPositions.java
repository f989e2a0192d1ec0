package org.counterfoil.command.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Which positions of the log this process has written, so that the rest can be told to be other
 * processes'. Written by every lane, read by one thread.
 */
final class OwnPositions {

  private final ConcurrentSkipListMap<Long, Long> lastByFirst = new ConcurrentSkipListMap<>();

  /** Positions in the log, both included. */
  record Range(long first, long last) {}

  /** To be called after the commit. */
  void add(long first, long last) {
    lastByFirst.put(first, last);
  }

  /** What others have written after one position and up to another; forgets what lies before. */
  List<Range> takeOthers(long after, long upTo) {
    List<Range> others = new ArrayList<>();
    long next = after + 1;
    for (Map.Entry<Long, Long> own : lastByFirst.headMap(upTo, true).entrySet()) {
      if (own.getKey() > next) {
        others.add(new Range(next, own.getKey() - 1));
      }
      next = Math.max(next, own.getValue() + 1);
    }
    if (next <= upTo) {
      others.add(new Range(next, upTo));
    }
    lastByFirst.headMap(upTo, true).values().removeIf(last -> last <= upTo);
    return others;
  }
}
