package org.counterfoil.command.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;

/** What a lane has to do by itself, by time. Used by the lane's worker only, once it runs. */
final class LaneTimers {

  private final PriorityQueue<Reminder> reminders =
      new PriorityQueue<>(Comparator.comparing(Reminder::at));
  private final Duration retry;

  /**
   * @param retry after how long a command is given again that could not be stored
   */
  LaneTimers(Duration retry) {
    this.retry = retry;
  }

  void set(Reminder reminder) {
    reminders.add(reminder);
  }

  /**
   * Sets a timer for everything that the events lead to by themselves.
   *
   * @param isOurs tells by its key whether a command is this lane's
   * @param elsewhere takes what another lane is to do: a performance is scheduled in its venue's
   */
  void follow(List<Event> events, Predicate<UUID> isOurs, Consumer<Reminder> elsewhere) {
    for (Event event : events) {
      Reminders.of(event)
          .ifPresent(
              reminder -> {
                if (isOurs.test(reminder.command().laneKey())) {
                  set(reminder);
                } else {
                  elsewhere.accept(reminder);
                }
              });
    }
  }

  /** What failed is due again shortly: no hold outlives its time because a disk was full (I7). */
  Reminder again(Command command, Instant now) {
    return new Reminder(now.plus(retry), command);
  }

  /** Takes what is due, each command once. */
  Set<Command> due(Instant now) {
    Set<Command> due = new LinkedHashSet<>();
    for (Reminder next = reminders.peek();
        next != null && !now.isBefore(next.at());
        next = reminders.peek()) {
      due.add(next.command());
      reminders.remove();
    }
    return due;
  }

  /** How long until the next is due, at most {@code longest}. */
  Duration untilNext(Instant now, Duration longest) {
    Reminder next = reminders.peek();
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
