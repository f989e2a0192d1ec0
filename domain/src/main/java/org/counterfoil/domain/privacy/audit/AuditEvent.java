package org.counterfoil.domain.privacy.audit;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/** What happened to the records about personal data. */
public sealed interface AuditEvent extends Event {

  AuditReadingId readingId();

  OrganisationId organisationId();

  /**
   * Somebody read them, or is about to: this is stored before they are told. Who read them is the
   * event's actor.
   *
   * @param subjectId whom the question was about; missing where it was about many
   */
  @EventType(name = "audit.read", revision = 1)
  record AuditRead(
      AuditReadingId readingId,
      OrganisationId organisationId,
      AuditQuestion question,
      @Nullable DataSubjectId subjectId,
      DisclosureReason reason)
      implements AuditEvent {}
}
