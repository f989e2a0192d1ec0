package org.counterfoil.command.privacy.retention;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * A value that was put right, and must not be there any more (Art. 5(1)(d) and 16 GDPR). What was
 * told again is another matter: each telling is kept as long as its reason.
 */
record PutRight(CaptureId captureId, PersonalField field) {

  /** All of somebody's, of one purpose. */
  static List<PutRight> of(Member member, PurposeKey purpose) {
    List<PutRight> wrong = new ArrayList<>();
    Map<PersonalField, CaptureId> standing = new EnumMap<>(PersonalField.class);
    for (RecordedEvent recorded : member.events()) {
      if (recorded.envelope().payload() instanceof PersonalDataCaptured captured
          && captured.purpose().equals(purpose)) {
        captured.fields().forEach(field -> standing.put(field, captured.captureId()));
      } else if (recorded.envelope().payload() instanceof PersonalDataRectified rectified
          && rectified.purpose().equals(purpose)) {
        for (PersonalField field : rectified.fields()) {
          CaptureId older = standing.put(field, rectified.captureId());
          if (older != null) {
            wrong.add(new PutRight(older, field));
          }
        }
      }
    }
    return wrong;
  }
}
