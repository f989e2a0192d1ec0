package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.seathold.TicketId;
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
   * @param ticketId whose holder it is that was named; missing for a buyer and for nobody's ticket
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
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId)
      implements SubjectCommand {
    public CapturePersonalData {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Records from where was brought what is captured and answered with it.
   *
   * @param exportedAt when the source exported it; not in the future
   */
  record RecordOrigin(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      ImportId importId,
      SourceCode source,
      Instant exportedAt,
      List<CaptureId> captures,
      List<ImportedConsent> consents)
      implements SubjectCommand {
    public RecordOrigin {
      captures = List.copyOf(captures);
      consents = List.copyOf(consents);
    }
  }

  /**
   * Puts right what is kept for a purpose; the values are sealed under the purpose's key, and
   * stored with what follows.
   */
  record RectifyPersonalData(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      CaptureId captureId,
      DataKeyId keyId,
      PurposeKey purpose,
      List<PersonalField> fields,
      CaptureDoor door)
      implements SubjectCommand {
    public RectifyPersonalData {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Records a yes or a no, given for one purpose and nothing else with it.
   *
   * @param notice what the person was shown
   * @param at when, where it was given elsewhere before; missing for now
   */
  record AnswerConsent(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeDeclared purpose,
      NoticePublished notice,
      boolean isGiven,
      CaptureDoor door,
      @Nullable Instant at)
      implements SubjectCommand {}

  /**
   * Records a yes that whoever has the address is yet to confirm. Changes nothing where there is a
   * consent.
   *
   * @param notice what was shown
   */
  record AwaitConfirmation(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeDeclared purpose,
      NoticePublished notice,
      CaptureDoor door)
      implements SubjectCommand {}

  /** Confirms a yes, which is given from then on. Repeating it changes nothing. */
  record ConfirmConsent(OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose)
      implements SubjectCommand {}

  /**
   * Has a consent wait until whoever reads a new address confirms it, under what it was given.
   * Changes nothing where none is in force.
   */
  record ReconfirmConsent(
      OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose)
      implements SubjectCommand {}

  /** Takes a consent back. Repeating it changes nothing. */
  record WithdrawConsent(OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose)
      implements SubjectCommand {}

  /** Ends a consent after too long a silence. Repeating it changes nothing. */
  record ExpireConsent(OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose)
      implements SubjectCommand {}

  /**
   * Objects to a purpose; ends a consent to it as well. Repeating it changes nothing.
   *
   * @param purpose as it stands in the register
   */
  record ObjectToPurpose(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeDeclared purpose,
      CaptureDoor door)
      implements SubjectCommand {}

  /** Keeps the person's data and uses them no more. Repeating it changes nothing. */
  record RestrictProcessing(
      OrganisationId organisationId, DataSubjectId subjectId, RestrictionReason reason)
      implements SubjectCommand {}

  /** Ends a restriction, of which the person was told. Repeating it changes nothing. */
  record LiftRestriction(
      OrganisationId organisationId, DataSubjectId subjectId, RestrictionReason reason)
      implements SubjectCommand {}

  /**
   * Records that something was heard of the person.
   *
   * @param at when, which may be some time ago
   */
  record NoteContact(
      OrganisationId organisationId, DataSubjectId subjectId, ContactKind kind, Instant at)
      implements SubjectCommand {}

  /**
   * Records that it is the same person as another. Repeating it changes nothing.
   *
   * @param into who stays: of the same organisation; where it was merged itself, both are of who
   *     stayed then
   */
  record MergeSubject(OrganisationId organisationId, DataSubjectId subjectId, DataSubjectId into)
      implements SubjectCommand {}

  /**
   * Records that the keys of some purposes are to be destroyed, and what stays.
   *
   * @param purposes which; empty for all that nothing forbids to erase
   * @param kept purposes that must stay (Art. 17(3) GDPR), each with why
   * @param inBackupsUntil the day on which the last backup that may hold the keys is gone
   */
  record ErasePersonalData(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      List<PurposeKey> purposes,
      List<KeptPurpose> kept,
      ErasureReason reason,
      LocalDate inBackupsUntil)
      implements SubjectCommand {
    public ErasePersonalData {
      purposes = List.copyOf(purposes);
      kept = List.copyOf(kept);
    }
  }
}
