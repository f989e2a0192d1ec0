package org.counterfoil.domain.privacy;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.RegisterEvent.PurposeDeclared;
import org.jspecify.annotations.Nullable;

/** Commands about one person at one organisation. No value of anything is in them. */
public sealed interface SubjectCommand extends Command {

  OrganisationId organisationId();

  DataSubjectId subjectId();

  @Override
  default UUID laneKey() {
    return subjectId().value();
  }

  /**
   * Records that the person told something; the values are sealed, and stored with what follows.
   *
   * @param purpose as it stands in the register
   * @param notice what the person was shown
   * @param keyId under which the values are sealed
   * @param orderId what it was told for; missing for none
   */
  record CapturePersonalData(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      CaptureId captureId,
      DataKeyId keyId,
      PurposeDeclared purpose,
      NoticePublished notice,
      List<PersonalField> fields,
      CaptureDoor door,
      @Nullable OrderId orderId)
      implements SubjectCommand {
    public CapturePersonalData {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Records a yes or a no, given for one purpose and nothing else with it.
   *
   * @param notice what the person was shown
   */
  record AnswerConsent(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeDeclared purpose,
      NoticePublished notice,
      boolean isGiven,
      CaptureDoor door)
      implements SubjectCommand {}

  /** Takes a consent back. Repeating it changes nothing. */
  record WithdrawConsent(OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose)
      implements SubjectCommand {}

  /**
   * Records that the keys of some purposes are to be destroyed, and what stays.
   *
   * @param purposes which; empty for all that nothing forbids to erase
   * @param kept purposes that a law asks to keep (Art. 17(3) GDPR)
   */
  record ErasePersonalData(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      List<PurposeKey> purposes,
      List<PurposeKey> kept,
      ErasureReason reason)
      implements SubjectCommand {
    public ErasePersonalData {
      purposes = List.copyOf(purposes);
      kept = List.copyOf(kept);
    }
  }
}
