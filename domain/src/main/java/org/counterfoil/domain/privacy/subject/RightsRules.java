package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RestrictProcessing;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ProcessingRestricted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.RestrictionLifted;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;

/** What may be restricted, joined and erased. */
final class RightsRules {

  private RightsRules() {}

  static Decision<SubjectEvent> restrict(
      RestrictProcessing restrict, DataSubject state, Instant now) {
    return state.restrictions.contains(restrict.reason())
        ? Decision.accept()
        : Decision.accept(
            new ProcessingRestricted(
                restrict.organisationId(), restrict.subjectId(), restrict.reason(), now));
  }

  static Decision<SubjectEvent> lift(LiftRestriction lift, DataSubject state, Instant now) {
    return state.restrictions.contains(lift.reason())
        ? Decision.accept(
            new RestrictionLifted(lift.organisationId(), lift.subjectId(), lift.reason(), now))
        : Decision.accept();
  }

  static Decision<SubjectEvent> merge(MergeSubject merge, DataSubject state, Instant now) {
    if (merge.into().equals(merge.subjectId())) {
      return Decision.reject(
          PrivacyRejection.SUBJECT_REPEATED, "Expected two people, but they are one already");
    }
    if (state.mergedInto != null) {
      return state.mergedInto.equals(merge.into())
          ? Decision.accept()
          : Decision.reject(
              PrivacyRejection.SUBJECT_MERGED,
              "Expected somebody who was not merged, but " + merge.subjectId() + " was");
    }
    return Decision.accept(
        new SubjectMerged(merge.organisationId(), merge.subjectId(), merge.into(), now));
  }

  static Decision<SubjectEvent> erase(ErasePersonalData erase, DataSubject state, Instant now) {
    List<PurposeKey> stays = erase.kept().stream().map(KeptPurpose::purpose).toList();
    for (PurposeKey purpose : erase.purposes()) {
      if (stays.contains(purpose)) {
        return Decision.reject(
            PrivacyRejection.KEPT_BY_LAW,
            "Expected a purpose that may be erased, but " + purpose + " is kept by law");
      }
    }
    boolean isAsked = erase.reason() == ErasureReason.REQUEST;
    if (!isAsked && !state.restrictions.isEmpty()) {
      return Decision.reject(
          PrivacyRejection.PROCESSING_RESTRICTED,
          "Expected data that may be erased, but their owner wants them kept");
    }
    List<PurposeKey> asked = erase.purposes().isEmpty() ? state.purposes() : erase.purposes();
    List<ErasedPurpose> erased = new ArrayList<>();
    for (PurposeKey purpose : asked) {
      DataSubject.Kept kept = state.kept.get(purpose);
      if (kept != null && kept.erased == null && !stays.contains(purpose)) {
        erased.add(new ErasedPurpose(purpose, kept.keyId));
      }
    }
    List<KeptPurpose> left =
        erase.kept().stream().filter(one -> state.purposes().contains(one.purpose())).toList();
    return erased.isEmpty()
        ? Decision.accept()
        : Decision.accept(
            new PersonalDataErased(
                erase.organisationId(),
                erase.subjectId(),
                erased,
                left,
                erase.reason(),
                erase.inBackupsUntil(),
                now));
  }
}
