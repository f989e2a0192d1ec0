package org.counterfoil.query.audit.recording;

import java.time.Instant;
import java.time.LocalDate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ContactMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataImported;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ProcessingRestricted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.RestrictionLifted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.jspecify.annotations.Nullable;

/** What people agreed to, what else they did, and what went of them. */
final class SubjectRows {

  private record AnswerRow(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      long position,
      ConsentAnswer answer,
      @Nullable Integer purposeVersion,
      @Nullable NoticeVersionId noticeVersionId,
      @Nullable NoticeHash noticeHash,
      @Nullable CaptureDoor door,
      String actor,
      Instant at,
      Instant recordedAt) {}

  private record OriginRow(
      DataSubjectId subjectId,
      PurposeKey purpose,
      Instant at,
      boolean isGiven,
      long position,
      SourceCode source,
      SourceCode exportedFrom) {}

  private record ErasureRow(
      OrganisationId organisationId,
      DataSubjectId subjectId,
      PurposeKey purpose,
      long position,
      boolean isErased,
      @Nullable DataKeyId keyId,
      @Nullable KeepingDuty duty,
      ErasureReason reason,
      LocalDate inBackupsUntil,
      String actor,
      Instant at,
      Instant recordedAt) {}

  private record StepRow(
      long position,
      OrganisationId organisationId,
      DataSubjectId subjectId,
      SubjectStep step,
      @Nullable PurposeKey purpose,
      @Nullable Integer purposeVersion,
      @Nullable Boolean isAbsolute,
      @Nullable CaptureDoor door,
      @Nullable RestrictionReason restriction,
      @Nullable ContactKind contact,
      @Nullable DataSubjectId intoSubject,
      String actor,
      Instant at,
      Instant recordedAt) {}

  private final NewRows rows;
  private final CaptureRows captures;
  private final SamePersonRows people;
  private final KeptRows kept;

  SubjectRows(NewRows rows, CaptureRows captures, SamePersonRows people, KeptRows kept) {
    this.rows = rows;
    this.captures = captures;
    this.people = people;
    this.kept = kept;
  }

  /**
   * Takes an event in.
   *
   * @param written writes everything that was collected before
   */
  void apply(SubjectEvent event, Moment moment, Runnable written) {
    kept.of(event.subjectId());
    switch (event) {
      case PersonalDataCaptured captured -> captures.add(captured, moment);
      case PersonalDataRectified rectified -> {
        written.run();
        captures.rectify(rectified, moment);
      }
      case ConfirmationAwaited e ->
          step(
              new StepRow(
                  moment.position(),
                  e.organisationId(),
                  e.subjectId(),
                  SubjectStep.CONFIRMATION_AWAITED,
                  e.purpose(),
                  e.purposeVersion(),
                  null,
                  e.door(),
                  null,
                  null,
                  null,
                  moment.actor(),
                  e.at(),
                  moment.at()));
      case PersonalDataImported imported ->
          imported
              .consents()
              .forEach(one -> rows.addUnlessThere("consent_origin", origin(imported, one, moment)));
      case ConsentGiven e ->
          answer(
              new AnswerRow(
                  e.organisationId(),
                  e.subjectId(),
                  e.purpose(),
                  moment.position(),
                  ConsentAnswer.GIVEN,
                  e.purposeVersion(),
                  e.noticeVersionId(),
                  e.noticeHash(),
                  e.door(),
                  moment.actor(),
                  e.at(),
                  moment.at()));
      case ConsentRenewed e ->
          answer(
              new AnswerRow(
                  e.organisationId(),
                  e.subjectId(),
                  e.purpose(),
                  moment.position(),
                  ConsentAnswer.RENEWED,
                  e.purposeVersion(),
                  e.noticeVersionId(),
                  e.noticeHash(),
                  e.door(),
                  moment.actor(),
                  e.at(),
                  moment.at()));
      case ConsentRefused e ->
          answer(
              new AnswerRow(
                  e.organisationId(),
                  e.subjectId(),
                  e.purpose(),
                  moment.position(),
                  ConsentAnswer.REFUSED,
                  e.purposeVersion(),
                  e.noticeVersionId(),
                  e.noticeHash(),
                  e.door(),
                  moment.actor(),
                  e.at(),
                  moment.at()));
      case ConsentWithdrawn e ->
          answer(ended(e, e.purpose(), ConsentAnswer.WITHDRAWN, e.at(), moment));
      case ConsentExpired e -> answer(ended(e, e.purpose(), ConsentAnswer.EXPIRED, e.at(), moment));
      case ObjectionMade e ->
          step(
              new StepRow(
                  moment.position(),
                  e.organisationId(),
                  e.subjectId(),
                  SubjectStep.OBJECTION,
                  e.purpose(),
                  e.purposeVersion(),
                  e.isAbsolute(),
                  e.door(),
                  null,
                  null,
                  null,
                  moment.actor(),
                  e.at(),
                  moment.at()));
      case ProcessingRestricted e ->
          step(bare(e, SubjectStep.RESTRICTED, e.at(), moment, e.reason(), null, null));
      case RestrictionLifted e ->
          step(bare(e, SubjectStep.RESTRICTION_LIFTED, e.at(), moment, e.reason(), null, null));
      case ContactMade e ->
          step(bare(e, SubjectStep.CONTACT, e.at(), moment, null, e.kind(), null));
      case SubjectMerged e -> {
        step(bare(e, SubjectStep.MERGED, e.at(), moment, null, null, e.into()));
        people.merge(e);
      }
      case PersonalDataErased erased -> {
        written.run();
        erase(erased, moment);
      }
    }
  }

  private static OriginRow origin(
      PersonalDataImported imported, ImportedConsent one, Moment moment) {
    return new OriginRow(
        imported.subjectId(),
        one.purpose(),
        one.at(),
        one.isGiven(),
        moment.position(),
        one.source(),
        imported.source());
  }

  private static AnswerRow ended(
      SubjectEvent event, PurposeKey purpose, ConsentAnswer answer, Instant at, Moment moment) {
    return new AnswerRow(
        event.organisationId(),
        event.subjectId(),
        purpose,
        moment.position(),
        answer,
        null,
        null,
        null,
        null,
        moment.actor(),
        at,
        moment.at());
  }

  private static StepRow bare(
      SubjectEvent event,
      SubjectStep step,
      Instant at,
      Moment moment,
      @Nullable RestrictionReason restriction,
      @Nullable ContactKind contact,
      @Nullable DataSubjectId into) {
    return new StepRow(
        moment.position(),
        event.organisationId(),
        event.subjectId(),
        step,
        null,
        null,
        null,
        null,
        restriction,
        contact,
        into,
        moment.actor(),
        at,
        moment.at());
  }

  private void answer(AnswerRow row) {
    rows.add("consent_answer", row);
  }

  private void step(StepRow row) {
    rows.add("subject_step", row);
  }

  private void erase(PersonalDataErased erased, Moment moment) {
    erased
        .erased()
        .forEach(
            gone -> {
              captures.erase(erased.subjectId(), gone.purpose(), moment);
              rows.add("erasure", erasure(erased, gone.purpose(), gone.keyId(), null, moment));
            });
    erased
        .kept()
        .forEach(
            stays ->
                rows.add("erasure", erasure(erased, stays.purpose(), null, stays.duty(), moment)));
  }

  private static ErasureRow erasure(
      PersonalDataErased erased,
      PurposeKey purpose,
      @Nullable DataKeyId key,
      @Nullable KeepingDuty duty,
      Moment moment) {
    return new ErasureRow(
        erased.organisationId(),
        erased.subjectId(),
        purpose,
        moment.position(),
        key != null,
        key,
        duty,
        erased.reason(),
        erased.inBackupsUntil(),
        moment.actor(),
        erased.at(),
        moment.at());
  }
}
