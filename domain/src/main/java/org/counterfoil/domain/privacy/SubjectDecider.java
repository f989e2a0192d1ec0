package org.counterfoil.domain.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.SubjectCommand.CapturePersonalData;
import org.counterfoil.domain.privacy.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.SubjectCommand.WithdrawConsent;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataErased;
import org.jspecify.annotations.Nullable;

/** Decides about one person at one organisation. */
public final class SubjectDecider implements Decider<SubjectCommand, DataSubject, SubjectEvent> {

  @Override
  public Decision<SubjectEvent> decide(SubjectCommand command, DataSubject state, Instant now) {
    if (state.organisationId != null && !state.organisationId.equals(command.organisationId())) {
      return unknown(command);
    }
    return switch (command) {
      case CapturePersonalData capture -> capture(capture, state);
      case AnswerConsent answer -> answer(answer, now);
      case WithdrawConsent withdraw -> withdraw(withdraw, state, now);
      case ErasePersonalData erase -> erase(erase, state, now);
    };
  }

  private static Decision<SubjectEvent> capture(CapturePersonalData capture, DataSubject state) {
    Purpose purpose = capture.purpose().purpose();
    if (capture.fields().isEmpty()) {
      return Decision.reject(
          PrivacyRejection.NOTHING_CAPTURED, "Expected a field that was told, but there is none");
    }
    if (Set.copyOf(capture.fields()).size() < capture.fields().size()) {
      return Decision.reject(
          PrivacyRejection.FIELD_REPEATED, "Expected each field once, but one repeats");
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
    DataSubject.Kept kept = state.kept.get(purpose.key());
    if (kept != null && kept.erased != null) {
      return Decision.reject(
          PrivacyRejection.PURPOSE_ERASED,
          "Expected somebody whose data for " + purpose.key() + " are there, but they were erased");
    }
    if (kept != null && !kept.keyId.equals(capture.keyId())) {
      return Decision.reject(
          PrivacyRejection.KEY_CHANGED,
          "Expected values sealed under the key of " + purpose.key() + ", but it is another one");
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
            capture.orderId()));
  }

  private static Decision<SubjectEvent> answer(AnswerConsent answer, Instant now) {
    Purpose purpose = answer.purpose().purpose();
    if (!purpose.isByConsent()) {
      return Decision.reject(
          PrivacyRejection.NOT_BY_CONSENT,
          "Expected a purpose that rests on consent, but " + purpose.key() + " does not");
    }
    Decision<SubjectEvent> outdated = requireNoticeOf(answer.purpose(), answer.notice());
    if (outdated != null) {
      return outdated;
    }
    NoticePublished notice = answer.notice();
    int version = answer.purpose().version();
    return Decision.accept(
        answer.isGiven()
            ? new ConsentGiven(
                answer.organisationId(),
                answer.subjectId(),
                purpose.key(),
                version,
                notice.noticeVersionId(),
                notice.hash(),
                answer.door(),
                now)
            : new ConsentRefused(
                answer.organisationId(),
                answer.subjectId(),
                purpose.key(),
                version,
                notice.noticeVersionId(),
                notice.hash(),
                answer.door(),
                now));
  }

  /** Missing where the notice tells of the purpose as it stands. */
  private static @Nullable Decision<SubjectEvent> requireNoticeOf(
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

  private static Decision<SubjectEvent> withdraw(
      WithdrawConsent withdraw, DataSubject state, Instant now) {
    ConsentHistory history = state.consents.get(withdraw.purpose());
    return history == null || !history.isInForce()
        ? Decision.accept()
        : Decision.accept(
            new ConsentWithdrawn(
                withdraw.organisationId(), withdraw.subjectId(), withdraw.purpose(), now));
  }

  private static Decision<SubjectEvent> erase(
      ErasePersonalData erase, DataSubject state, Instant now) {
    if (state.organisationId == null) {
      return unknown(erase);
    }
    for (PurposeKey purpose : erase.purposes()) {
      if (erase.kept().contains(purpose)) {
        return Decision.reject(
            PrivacyRejection.KEPT_BY_LAW,
            "Expected a purpose that may be erased, but " + purpose + " is kept by law");
      }
    }
    List<PurposeKey> asked = erase.purposes().isEmpty() ? state.purposes() : erase.purposes();
    List<ErasedPurpose> erased = new ArrayList<>();
    for (PurposeKey purpose : asked) {
      DataSubject.Kept kept = state.kept.get(purpose);
      if (kept != null && kept.erased == null && !erase.kept().contains(purpose)) {
        erased.add(new ErasedPurpose(purpose, kept.keyId));
      }
    }
    List<PurposeKey> stays = state.purposes().stream().filter(erase.kept()::contains).toList();
    return erased.isEmpty()
        ? Decision.accept()
        : Decision.accept(
            new PersonalDataErased(
                erase.organisationId(), erase.subjectId(), erased, stays, erase.reason(), now));
  }

  private static Decision<SubjectEvent> unknown(SubjectCommand command) {
    return Decision.reject(
        PrivacyRejection.UNKNOWN_SUBJECT,
        "Expected somebody of the organisation, but " + command.subjectId() + " is not");
  }

  @Override
  public void evolve(DataSubject state, SubjectEvent event) {
    state.organisationId = event.organisationId();
    switch (event) {
      case PersonalDataCaptured captured -> {
        DataSubject.Kept kept =
            state.kept.computeIfAbsent(
                captured.purpose(), purpose -> new DataSubject.Kept(captured.keyId()));
        captured.fields().forEach(field -> kept.captures.put(field, captured.captureId()));
      }
      case ConsentGiven given -> state.consent(given.purpose()).answered(given.at(), true);
      case ConsentRefused refused -> state.consent(refused.purpose()).answered(refused.at(), false);
      case ConsentWithdrawn withdrawn ->
          state.consent(withdrawn.purpose()).answered(withdrawn.at(), false);
      case PersonalDataErased erased -> {
        for (ErasedPurpose one : erased.erased()) {
          DataSubject.Kept kept = state.kept.get(one.purpose());
          if (kept != null) {
            kept.erased = new Standing.Erased(erased.at(), erased.reason());
          }
        }
      }
    }
  }
}
