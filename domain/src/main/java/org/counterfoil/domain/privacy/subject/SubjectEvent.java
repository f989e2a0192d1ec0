package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/** What happened to the data of one person at one organisation. No value of anything is in them. */
public sealed interface SubjectEvent extends Event {

  OrganisationId organisationId();

  DataSubjectId subjectId();

  /**
   * The person told something, for a purpose, under a notice; a field that was told before is
   * replaced.
   *
   * @param keyId under which the vault keeps it
   * @param noticeHash of the text that was shown
   * @param orderId what it was told for; missing for none
   * @param ticketId whose holder it is that was named; missing for a buyer and for nobody's ticket
   */
  @EventType(name = "personal-data.captured", revision = 1)
  record PersonalDataCaptured(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      CaptureId captureId,
      DataKeyId keyId,
      PurposeKey purpose,
      int purposeVersion,
      LawfulBasis lawfulBasis,
      Retention retention,
      List<PersonalField> fields,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId)
      implements SubjectEvent {
    public PersonalDataCaptured {
      fields = List.copyOf(fields);
    }
  }

  /**
   * What was captured of the person and answered by it, and is recorded with this, was brought from
   * elsewhere (Art. 14(2)(f) and 15(1)(g) GDPR).
   *
   * @param source the system that it was exported from
   * @param exportedAt when
   * @param captures what was captured
   * @param consents what was answered, and where
   */
  @EventType(name = "personal-data.imported", revision = 1)
  record PersonalDataImported(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      ImportId importId,
      SourceCode source,
      Instant exportedAt,
      List<CaptureId> captures,
      List<ImportedConsent> consents)
      implements SubjectEvent {
    public PersonalDataImported {
      captures = List.copyOf(captures);
      consents = List.copyOf(consents);
    }
  }

  /**
   * What was kept for a purpose was put right: the fields are replaced, under the same key, and
   * what they were before is destroyed.
   *
   * @param captureId of the new values; why and under which notice they are kept stays as it was
   */
  @EventType(name = "personal-data.rectified", revision = 1)
  record PersonalDataRectified(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      CaptureId captureId,
      DataKeyId keyId,
      PurposeKey purpose,
      List<PersonalField> fields,
      CaptureDoor door)
      implements SubjectEvent {
    public PersonalDataRectified {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Somebody typed an address and said yes to one purpose; it is no consent until whoever reads
   * what is sent there confirms it.
   */
  @EventType(name = "consent.confirmation-awaited", revision = 1)
  record ConfirmationAwaited(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      Instant at)
      implements SubjectEvent {}

  /**
   * The person said yes to one purpose.
   *
   * @param at when; before it was recorded where it was brought from elsewhere
   */
  @EventType(name = "consent.given", revision = 1)
  record ConsentGiven(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      Instant at)
      implements SubjectEvent {}

  /**
   * The person said yes again while its consent was in force, which lasts from here.
   *
   * @param at when; before it was recorded where it was brought from elsewhere
   */
  @EventType(name = "consent.renewed", revision = 1)
  record ConsentRenewed(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      Instant at)
      implements SubjectEvent {}

  /** The person was asked and said no; a consent that was in force ends with it. */
  @EventType(name = "consent.refused", revision = 1)
  record ConsentRefused(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      Instant at)
      implements SubjectEvent {}

  /** The person took a consent back; what was done under it before stays lawful (Art. 7(3)). */
  @EventType(name = "consent.withdrawn", revision = 1)
  record ConsentWithdrawn(
      OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose, Instant at)
      implements SubjectEvent {}

  /** A consent ended because too long nothing was heard of the person. */
  @EventType(name = "consent.expired", revision = 1)
  record ConsentExpired(
      OrganisationId organisationId, DataSubjectId subjectId, PurposeKey purpose, Instant at)
      implements SubjectEvent {}

  /**
   * The person objected to a purpose (Art. 21), which is not followed for it from here; a later
   * consent of its own ends that.
   *
   * @param isAbsolute whether nothing can override it, as with marketing
   */
  @EventType(name = "objection.made", revision = 1)
  record ObjectionMade(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      int purposeVersion,
      boolean isAbsolute,
      CaptureDoor door,
      Instant at)
      implements SubjectEvent {}

  /** The person's data are kept and not used (Art. 18), until that is lifted. */
  @EventType(name = "processing.restricted", revision = 1)
  record ProcessingRestricted(
      OrganisationId organisationId, DataSubjectId subjectId, RestrictionReason reason, Instant at)
      implements SubjectEvent {}

  /** The person's data may be used again; it was told before (Art. 18(3)). */
  @EventType(name = "processing.restriction-lifted", revision = 1)
  record RestrictionLifted(
      OrganisationId organisationId, DataSubjectId subjectId, RestrictionReason reason, Instant at)
      implements SubjectEvent {}

  /** Something was heard of the person, from which what is kept after the last contact counts. */
  @EventType(name = "data-subject.contacted", revision = 1)
  record ContactMade(
      OrganisationId organisationId, DataSubjectId subjectId, ContactKind kind, Instant at)
      implements SubjectEvent {}

  /**
   * It is the same person as another, who stays: whatever is asked of that one is asked of both.
   *
   * @param into who stays
   */
  @EventType(name = "data-subject.merged", revision = 1)
  record SubjectMerged(
      OrganisationId organisationId, DataSubjectId subjectId, DataSubjectId into, Instant at)
      implements SubjectEvent {}

  /**
   * Keys are destroyed, and with them what they opened. Whoever restores an older vault destroys
   * them again.
   *
   * @param erased for which purposes, each with its key
   * @param kept what stays, and why
   * @param inBackupsUntil the day on which the last backup that may hold the keys is gone
   * @param at when
   */
  @EventType(name = "personal-data.erased", revision = 1)
  record PersonalDataErased(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      List<ErasedPurpose> erased,
      List<KeptPurpose> kept,
      ErasureReason reason,
      LocalDate inBackupsUntil,
      Instant at)
      implements SubjectEvent {
    public PersonalDataErased {
      erased = List.copyOf(erased);
      kept = List.copyOf(kept);
    }
  }
}
