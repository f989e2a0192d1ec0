package org.counterfoil.query.audit.recording;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/** Who read personal data, and who read what is recorded of them. */
final class ReadingRows {

  private record DisclosureRow(
      long position,
      OrganisationId organisationId,
      DisclosureId disclosureId,
      DisclosureKind kind,
      DisclosureReason reason,
      List<PurposeKey> purposes,
      List<PersonalField> fields,
      @Nullable PublicLabel recipient,
      String actor,
      Instant at) {}

  private record DisclosedSubjectRow(long position, DataSubjectId subjectId) {}

  private record ReadingRow(
      long position,
      AuditReadingId readingId,
      OrganisationId organisationId,
      AuditQuestion question,
      @Nullable DataSubjectId subjectId,
      DisclosureReason reason,
      String actor,
      Instant at) {}

  private final NewRows rows;

  ReadingRows(NewRows rows) {
    this.rows = rows;
  }

  void apply(DisclosureEvent event, Moment moment) {
    switch (event) {
      case PersonalDataDisclosed e -> {
        rows.add(
            "disclosure",
            new DisclosureRow(
                moment.position(),
                e.organisationId(),
                e.disclosureId(),
                e.kind(),
                e.reason(),
                e.purposes(),
                e.fields(),
                e.recipient(),
                moment.actor(),
                moment.at()));
        e.subjects().stream()
            .distinct()
            .forEach(
                subject ->
                    rows.add(
                        "disclosed_subject", new DisclosedSubjectRow(moment.position(), subject)));
      }
    }
  }

  void apply(AuditEvent event, Moment moment) {
    switch (event) {
      case AuditRead e ->
          rows.add(
              "reading",
              new ReadingRow(
                  moment.position(),
                  e.readingId(),
                  e.organisationId(),
                  e.question(),
                  e.subjectId(),
                  e.reason(),
                  moment.actor(),
                  moment.at()));
    }
  }
}
