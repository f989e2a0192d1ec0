package org.counterfoil.query.audit.pages;

import java.util.List;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.query.audit.register.ProcessingActivity;
import org.counterfoil.query.audit.subject.NoticeTexts;
import org.counterfoil.query.audit.subject.ShownNotice;

/**
 * A purpose that a column of a file can be for.
 *
 * @param notices the texts that tell of it, as they were published
 */
record ImportPurpose(ProcessingActivity activity, List<ShownNotice> notices) {

  static ImportPurpose of(ProcessingActivity activity, NoticeTexts.Reading texts) {
    return new ImportPurpose(
        activity,
        activity.notices().stream()
            .map(one -> texts.of(one.noticeVersionId(), one.language(), one.sha256()))
            .toList());
  }

  /** What is asked for it. */
  public List<PersonalField> fields() {
    return activity.fields().stream().map(ProcessingActivity.FieldCategory::field).toList();
  }

  /** The fields, as scripts find them. */
  public String fieldKeys() {
    return String.join(" ", fields().stream().map(PersonalField::key).toList());
  }

  /** Whether nothing is kept for it without a yes. */
  boolean asksForConsent() {
    return activity.lawfulBasis().equals(LawfulBasis.CONSENT.value())
        || SpecialCategoryCondition.EXPLICIT_CONSENT
            .value()
            .equals(activity.specialCategoryCondition());
  }
}
