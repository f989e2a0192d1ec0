package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RecordOrigin;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataImported;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.jspecify.annotations.Nullable;

/** What may be captured of a person, and put right. */
final class CaptureRules {

  private CaptureRules() {}

  static Decision<SubjectEvent> capture(CapturePersonalData capture, DataSubject state) {
    Purpose purpose = capture.purpose().purpose();
    Decision<SubjectEvent> refused = requireFields(capture.fields());
    if (refused != null) {
      return refused;
    }
    for (PersonalField field : capture.fields()) {
      if (!purpose.fields().contains(field)) {
        return Decision.reject(
            PrivacyRejection.FIELD_NOT_DECLARED,
            "Expected what " + purpose.key() + " needs, but " + field + " is not declared for it");
      }
    }
    Decision<SubjectEvent> outdated = requireNoticeOf(capture.purpose(), capture.notice());
    if (outdated != null) {
      return outdated;
    }
    Decision<SubjectEvent> other = requireKey(purpose.key(), capture.keyId(), state);
    if (other != null) {
      return other;
    }
    return Decision.accept(
        new PersonalDataCaptured(
            capture.organisationId(),
            capture.subjectId(),
            capture.captureId(),
            capture.keyId(),
            purpose.key(),
            capture.purpose().version(),
            purpose.lawfulBasis(),
            purpose.retention(),
            capture.fields(),
            capture.notice().noticeVersionId(),
            capture.notice().hash(),
            capture.door(),
            capture.orderId(),
            capture.ticketId()));
  }

  static Decision<SubjectEvent> origin(RecordOrigin origin, Instant now) {
    return origin.exportedAt().isAfter(now)
        ? Decision.reject(
            PrivacyRejection.EXPORTED_IN_THE_FUTURE,
            "Expected a file that was exported, but " + origin.exportedAt() + " is yet to come")
        : Decision.accept(
            new PersonalDataImported(
                origin.organisationId(),
                origin.subjectId(),
                origin.importId(),
                origin.source(),
                origin.exportedAt(),
                origin.captures(),
                origin.consents()));
  }

  static Decision<SubjectEvent> rectify(RectifyPersonalData rectify, DataSubject state) {
    Decision<SubjectEvent> refused = requireFields(rectify.fields());
    if (refused != null) {
      return refused;
    }
    Decision<SubjectEvent> other = requireKey(rectify.purpose(), rectify.keyId(), state);
    if (other != null) {
      return other;
    }
    for (PersonalField field : rectify.fields()) {
      if (state.standing(rectify.purpose(), field) instanceof Standing.NeverCaptured) {
        return Decision.reject(
            PrivacyRejection.NEVER_CAPTURED,
            "Expected something that was told for %s, but %s never was"
                .formatted(rectify.purpose(), field));
      }
    }
    return Decision.accept(
        new PersonalDataRectified(
            rectify.organisationId(),
            rectify.subjectId(),
            rectify.captureId(),
            rectify.keyId(),
            rectify.purpose(),
            rectify.fields(),
            rectify.door()));
  }

  private static @Nullable Decision<SubjectEvent> requireFields(List<PersonalField> fields) {
    if (fields.isEmpty()) {
      return Decision.reject(
          PrivacyRejection.NOTHING_CAPTURED, "Expected a field that was told, but there is none");
    }
    return Set.copyOf(fields).size() == fields.size()
        ? null
        : Decision.reject(
            PrivacyRejection.FIELD_REPEATED, "Expected each field once, but one repeats");
  }

  private static @Nullable Decision<SubjectEvent> requireKey(
      PurposeKey purpose, DataKeyId key, DataSubject state) {
    DataSubject.Kept kept = state.kept.get(purpose);
    if (kept == null) {
      return null;
    }
    if (kept.erased != null) {
      return Decision.reject(
          PrivacyRejection.PURPOSE_ERASED,
          "Expected somebody whose data for " + purpose + " are there, but they were erased");
    }
    return kept.keyId.equals(key)
        ? null
        : Decision.reject(
            PrivacyRejection.KEY_CHANGED,
            "Expected values sealed under the key of " + purpose + ", but it is another one");
  }

  /** Missing where the notice tells of the purpose as it stands. */
  static @Nullable Decision<SubjectEvent> requireNoticeOf(
      PurposeDeclared purpose, NoticePublished notice) {
    if (!notice.purpose().equals(purpose.purpose().key())) {
      return Decision.reject(
          PrivacyRejection.NOTICE_OF_ANOTHER_PURPOSE,
          "Expected a notice of " + purpose.purpose().key() + ", but it is of " + notice.purpose());
    }
    return notice.purposeVersion() == purpose.version()
        ? null
        : Decision.reject(
            PrivacyRejection.NOTICE_OUTDATED,
            "Expected a notice of the purpose as it stands, but it was declared anew since");
  }
}
