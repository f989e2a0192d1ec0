package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;

/** Readings of what is recorded about personal data. A sample MUST NOT be changed once approved. */
final class SampleReadings {

  private SampleReadings() {}

  static List<Event> all() {
    return List.of(
        new AuditRead(
            new AuditReadingId(id(0x70)),
            THEATRE,
            AuditQuestion.TIMELINE,
            new DataSubjectId(id(0x60)),
            DisclosureReason.ACCESS_REQUEST));
  }
}
