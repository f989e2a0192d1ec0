package org.counterfoil.domain.privacy;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
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
      @Nullable OrderId orderId)
      implements SubjectEvent {
    public PersonalDataCaptured {
      fields = List.copyOf(fields);
    }
  }

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

  /**
   * Keys are destroyed, and with them what they opened. Whoever restores an older vault destroys
   * them again.
   *
   * @param erased for which purposes, each with its key
   * @param kept what stays because a law asks for it
   * @param at when
   */
  @EventType(name = "personal-data.erased", revision = 1)
  record PersonalDataErased(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      List<ErasedPurpose> erased,
      List<PurposeKey> kept,
      ErasureReason reason,
      Instant at)
      implements SubjectEvent {
    public PersonalDataErased {
      erased = List.copyOf(erased);
      kept = List.copyOf(kept);
    }
  }
}
