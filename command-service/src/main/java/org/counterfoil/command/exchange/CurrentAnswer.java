package org.counterfoil.command.exchange;

import java.util.function.Supplier;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;

/**
 * Answers questions from the log itself, which are always current: at least up to the position that
 * the log had when they were asked.
 */
public final class CurrentAnswer {

  private final EventLog log;

  public CurrentAnswer(EventLog log) {
    this.log = log;
  }

  /** What is looked up, and the position it reflects. */
  public <T> ResponseEntity<T> of(Supplier<T> lookup) {
    long position = log.lastPosition();
    T found = lookup.get();
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(position)).body(found);
  }
}
