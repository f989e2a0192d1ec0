package org.counterfoil.domain.privacy.disclosure;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/** Commands about readings of personal data. */
public sealed interface DisclosureCommand extends Command {

  DisclosureId disclosureId();

  @Override
  default UUID laneKey() {
    return disclosureId().value();
  }

  /**
   * Records that personal data are about to be read; they are told only afterwards. Repeating it
   * changes nothing.
   *
   * @param subjects whose; none where nobody was found
   * @param purposes for which they were captured
   * @param recipient to whom else they go, by name or category; missing for nobody
   */
  record RecordDisclosure(
      DisclosureId disclosureId,
      OrganisationId organisationId,
      DisclosureKind kind,
      DisclosureReason reason,
      List<DataSubjectId> subjects,
      List<PurposeKey> purposes,
      List<PersonalField> fields,
      @Nullable PublicLabel recipient)
      implements DisclosureCommand {
    public RecordDisclosure {
      subjects = List.copyOf(subjects);
      purposes = List.copyOf(purposes);
      fields = List.copyOf(fields);
    }
  }
}
