package org.counterfoil.domain.privacy.audit;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.audit.AuditCommand.ReadAudit;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;

/** Decides about readings of what is recorded about personal data: each is recorded. */
public final class AuditDecider implements Decider<AuditCommand, RecordedReading, AuditEvent> {

  @Override
  public Decision<AuditEvent> decide(AuditCommand command, RecordedReading state, Instant now) {
    return switch (command) {
      case ReadAudit read -> state.isRecorded ? Decision.accept() : read(read);
    };
  }

  private static Decision<AuditEvent> read(ReadAudit read) {
    AuditReading reading = read.reading();
    if (reading.question().isAboutSomebody() != (reading.subjectId() != null)) {
      return Decision.reject(
          AuditRejection.SUBJECT_MISPLACED,
          "Expected a person exactly where the question is about one, but "
              + reading.question()
              + (reading.subjectId() == null ? " names nobody" : " names one"));
    }
    return Decision.accept(
        new AuditRead(
            read.readingId(),
            reading.organisationId(),
            reading.question(),
            reading.subjectId(),
            reading.reason()));
  }

  @Override
  public void evolve(RecordedReading state, AuditEvent event) {
    switch (event) {
      case AuditRead read -> state.isRecorded = true;
    }
  }
}
