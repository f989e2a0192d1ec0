package org.counterfoil.domain.privacy.disclosure;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/** What happened to a reading of personal data. */
public sealed interface DisclosureEvent extends Event {

  DisclosureId disclosureId();

  OrganisationId organisationId();

  /**
   * Personal data were read, or are about to be: this is stored before they are told. Who read them
   * is the event's actor. One reading of more than 1,000 people is told in several of these.
   *
   * @param subjects whose; none where nobody was found
   * @param purposes for which they were captured
   * @param recipient to whom else they went, by name or category; missing for nobody
   */
  @EventType(name = "personal-data.disclosed", revision = 1)
  record PersonalDataDisclosed(
      DisclosureId disclosureId,
      OrganisationId organisationId,
      DisclosureKind kind,
      DisclosureReason reason,
      List<DataSubjectId> subjects,
      List<PurposeKey> purposes,
      List<PersonalField> fields,
      @Nullable PublicLabel recipient)
      implements DisclosureEvent {
    public PersonalDataDisclosed {
      subjects = List.copyOf(subjects);
      purposes = List.copyOf(purposes);
      fields = List.copyOf(fields);
    }
  }
}
