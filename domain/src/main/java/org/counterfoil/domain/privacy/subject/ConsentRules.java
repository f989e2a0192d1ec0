package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject.Agreement;
import org.counterfoil.domain.privacy.subject.DataSubject.Unconfirmed;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AwaitConfirmation;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ConfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ExpireConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ReconfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.jspecify.annotations.Nullable;

/** What a person agrees to, takes back and objects to. */
final class ConsentRules {

  private ConsentRules() {}

  static Decision<SubjectEvent> answer(AnswerConsent answer, DataSubject state, Instant now) {
    Purpose purpose = answer.purpose().purpose();
    Decision<SubjectEvent> refused = requireAskable(answer.purpose(), answer.notice());
    if (refused != null) {
      return refused;
    }
    Instant at = answer.at() == null ? now : answer.at();
    if (at.isAfter(now)) {
      return Decision.reject(
          PrivacyRejection.CONSENT_IN_THE_FUTURE,
          "Expected a consent that was given, but " + at + " is yet to come");
    }
    return Decision.accept(
        answer.isGiven()
            ? given(answer, state.hasConsented(purpose.key(), at), at)
            : refused(answer, at));
  }

  private static @Nullable Decision<SubjectEvent> requireAskable(
      PurposeDeclared purpose, NoticePublished notice) {
    return purpose.purpose().asksForConsent()
        ? CaptureRules.requireNoticeOf(purpose, notice)
        : Decision.reject(
            PrivacyRejection.NOT_BY_CONSENT,
            "Expected a purpose that rests on consent, but %s does not"
                .formatted(purpose.purpose().key()));
  }

  static Decision<SubjectEvent> await(AwaitConfirmation await, DataSubject state, Instant now) {
    Decision<SubjectEvent> refused = requireAskable(await.purpose(), await.notice());
    if (refused != null) {
      return refused;
    }
    PurposeKey purpose = await.purpose().purpose().key();
    return isInForce(state, purpose)
        ? Decision.accept()
        : Decision.accept(
            new ConfirmationAwaited(
                await.organisationId(),
                await.subjectId(),
                purpose,
                await.purpose().version(),
                await.notice().noticeVersionId(),
                await.notice().hash(),
                await.door(),
                now));
  }

  /** Given when it is confirmed, under what was shown when it was asked. */
  static Decision<SubjectEvent> confirm(ConfirmConsent confirm, DataSubject state, Instant now) {
    if (isInForce(state, confirm.purpose())) {
      return Decision.accept();
    }
    Unconfirmed asked = state.unconfirmed.get(confirm.purpose());
    if (asked == null || !state.isOpen(confirm.purpose(), now)) {
      return Decision.reject(
          PrivacyRejection.NOTHING_TO_CONFIRM,
          "Expected a yes that waits to be confirmed, but there is none");
    }
    return Decision.accept(
        new ConsentGiven(
            confirm.organisationId(),
            confirm.subjectId(),
            confirm.purpose(),
            asked.purposeVersion(),
            asked.noticeVersionId(),
            asked.noticeHash(),
            asked.door(),
            now));
  }

  private static SubjectEvent given(AnswerConsent answer, boolean isInForce, Instant at) {
    NoticePublished notice = answer.notice();
    PurposeKey purpose = answer.purpose().purpose().key();
    int version = answer.purpose().version();
    return isInForce
        ? new ConsentRenewed(
            answer.organisationId(),
            answer.subjectId(),
            purpose,
            version,
            notice.noticeVersionId(),
            notice.hash(),
            answer.door(),
            at)
        : new ConsentGiven(
            answer.organisationId(),
            answer.subjectId(),
            purpose,
            version,
            notice.noticeVersionId(),
            notice.hash(),
            answer.door(),
            at);
  }

  private static SubjectEvent refused(AnswerConsent answer, Instant at) {
    NoticePublished notice = answer.notice();
    return new ConsentRefused(
        answer.organisationId(),
        answer.subjectId(),
        answer.purpose().purpose().key(),
        answer.purpose().version(),
        notice.noticeVersionId(),
        notice.hash(),
        answer.door(),
        at);
  }

  static Decision<SubjectEvent> reconfirm(ReconfirmConsent again, DataSubject state, Instant now) {
    Agreement agreement = state.agreements.get(again.purpose());
    return agreement != null && isInForce(state, again.purpose())
        ? Decision.accept(
            new ConfirmationAwaited(
                again.organisationId(),
                again.subjectId(),
                again.purpose(),
                agreement.purposeVersion(),
                agreement.noticeVersionId(),
                agreement.noticeHash(),
                agreement.door(),
                now))
        : Decision.accept();
  }

  /** Also a yes that waits: no link that was sent for it brings it back. */
  static Decision<SubjectEvent> withdraw(WithdrawConsent withdraw, DataSubject state, Instant now) {
    return isInForce(state, withdraw.purpose()) || state.isOpen(withdraw.purpose(), now)
        ? Decision.accept(
            new ConsentWithdrawn(
                withdraw.organisationId(), withdraw.subjectId(), withdraw.purpose(), now))
        : Decision.accept();
  }

  static Decision<SubjectEvent> expire(ExpireConsent expire, DataSubject state, Instant now) {
    return isInForce(state, expire.purpose())
        ? Decision.accept(
            new ConsentExpired(expire.organisationId(), expire.subjectId(), expire.purpose(), now))
        : Decision.accept();
  }

  private static boolean isInForce(DataSubject state, PurposeKey purpose) {
    ConsentHistory history = state.consents.get(purpose);
    return history != null && history.isInForce();
  }

  static Decision<SubjectEvent> object(ObjectToPurpose object, DataSubject state, Instant now) {
    Purpose purpose = object.purpose().purpose();
    boolean isAbsolute = purpose.dpvPurpose().isMarketing();
    if (!isAbsolute && !purpose.lawfulBasis().isOpenToObjection()) {
      return Decision.reject(
          PrivacyRejection.NOT_OPEN_TO_OBJECTION,
          "Expected marketing, a legitimate interest or a public task, but %s rests on %s"
              .formatted(purpose.key(), purpose.lawfulBasis()));
    }
    List<SubjectEvent> events = new ArrayList<>();
    if (isInForce(state, purpose.key())) {
      events.add(
          new ConsentWithdrawn(object.organisationId(), object.subjectId(), purpose.key(), now));
    }
    if (!state.hasObjected(purpose.key())) {
      events.add(
          new ObjectionMade(
              object.organisationId(),
              object.subjectId(),
              purpose.key(),
              object.purpose().version(),
              isAbsolute,
              object.door(),
              now));
    }
    return Decision.accept(events);
  }
}
