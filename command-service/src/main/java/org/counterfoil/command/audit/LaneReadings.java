package org.counterfoil.command.audit;

import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.privacy.audit.AuditCommand.ReadAudit;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.springframework.stereotype.Component;

/** Readings for whoever answers them in this process. */
@Component
final class LaneReadings implements AuditReadings {

  private final Lanes lanes;
  private final TimeOrderedIds ids;

  LaneReadings(Lanes lanes, TimeOrderedIds ids) {
    this.lanes = lanes;
    this.ids = ids;
  }

  /**
   * Records a reading.
   *
   * @throws LaneFull where there is too much to do
   * @throws StoreUnavailable where it could not be stored
   */
  @Override
  public long record(AuditReading reading, Actor reader) {
    Outcome outcome =
        lanes.submit(
            new Submission(
                new ReadAudit(new AuditReadingId(ids.next()), reading),
                reader,
                ids.next(),
                events -> new Answer(204, ""),
                null));
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.position();
      case Outcome.Refused refused ->
          throw Problem.refused(refused.code(), refused.detail()).exception();
    };
  }
}
