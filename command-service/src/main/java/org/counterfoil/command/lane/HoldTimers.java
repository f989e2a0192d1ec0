package org.counterfoil.command.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;

/**
 * When holds of a lane's performances may be over. A timer that comes too early, or for a hold that
 * has ended, finds nothing to do: the decider knows. Used by the lane's worker only.
 */
final class HoldTimers {

  private record Timer(Instant at, PerformanceId performance) {}

  private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));

  void set(Instant at, PerformanceId performance) {
    timers.add(new Timer(at, performance));
  }

  /** Sets a timer for every new end of a hold. */
  void follow(List<Event> events) {
    for (Event event : events) {
      if (event instanceof HoldPlaced placed) {
        set(placed.expiresAt(), placed.performanceId());
      } else if (event instanceof HoldExtended extended) {
        set(extended.expiresAt(), extended.performanceId());
      } else if (event instanceof HoldOrdered ordered) {
        set(ordered.expiresAt(), ordered.performanceId());
      }
    }
  }

  /** Takes what is due: performances with a hold whose time may be over. */
  Set<PerformanceId> due(Instant now) {
    Set<PerformanceId> due = new LinkedHashSet<>();
    for (Timer next = timers.peek();
        next != null && !now.isBefore(next.at());
        next = timers.peek()) {
      due.add(next.performance());
      timers.remove();
    }
    return due;
  }

  /** How long until the next is due, at most {@code longest}. */
  Duration untilNext(Instant now, Duration longest) {
    Timer next = timers.peek();
    if (next == null) {
      return longest;
    }
    Duration wait = Duration.between(now, next.at());
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
