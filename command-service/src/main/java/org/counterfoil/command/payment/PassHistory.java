package org.counterfoil.command.payment;

import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassDecider;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;

/** Reads passes from the log, as they stand at this moment. */
final class PassHistory {

  private final EventLog log;

  PassHistory(EventLog log) {
    this.log = log;
  }

  /**
   * A pass as it stands.
   *
   * @param position of its last event
   */
  record Standing(Pass pass, long position) {}

  /** The pass; an unknown one ends the request as a 404. */
  Standing of(PassId id) {
    PassDecider decider = new PassDecider();
    Pass pass = new Pass();
    long position = -1;
    for (RecordedEvent recorded : log.readStream(id.value())) {
      if (recorded.envelope().payload() instanceof PassEvent event) {
        decider.evolve(pass, event);
        position = recorded.position();
      }
    }
    if (!pass.exists()) {
      throw unknown();
    }
    return new Standing(pass, position);
  }

  /** Says nothing of what was sent: it may be somebody's code with a character wrong. */
  static RuntimeException unknown() {
    return Problem.refused(
            PassRejection.UNKNOWN_PASS,
            "Expected the code of a pass, but there is none with this one")
        .exception();
  }
}
