package org.counterfoil.command.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.counterfoil.domain.Command;

/**
 * A command that a lane gives itself when its time has come. One that comes too early, or for what
 * has ended meanwhile, finds nothing to do: the decider knows.
 *
 * @param command names no id and no time, so that equal ones that are due together are given once
 */
record Reminder(Instant at, Command command) {

  /**
   * Commands are stamped in whole microseconds: one given a nanosecond early would be too early.
   */
  Reminder {
    Instant whole = at.truncatedTo(ChronoUnit.MICROS);
    at = whole.equals(at) ? at : whole.plus(1, ChronoUnit.MICROS);
  }

  /** Due as soon as the lane has finished its current batch. */
  static Reminder atOnce(Command command) {
    return new Reminder(Instant.EPOCH, command);
  }

  Reminder later(Duration by) {
    return new Reminder(at.plus(by), command);
  }
}
