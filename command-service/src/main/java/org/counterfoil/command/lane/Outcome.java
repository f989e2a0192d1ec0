package org.counterfoil.command.lane;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {

  /**
   * Its events are stored and durable (or there was nothing to record).
   *
   * @param position the log position of its last event; where it recorded nothing, of its stream's
   *     last event, or -1 where there is none
   * @param answer what was kept for the caller; present where the submission asked for one
   */
  record Accepted(List<Event> events, long position, @Nullable Answer answer) implements Outcome {}

  /** It was refused and changed nothing. */
  record Refused(Rejection code, String detail) implements Outcome {}
}
