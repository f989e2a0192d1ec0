package org.counterfoil.domain.privacy;

import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.SubjectCommand.CapturePersonalData;

/** Purposes, notices and somebody without a name. */
final class Persons {

  static final DataSubjectId SOMEBODY = new DataSubjectId(Theatre.id(600));
  static final PurposeKey DELIVERY = new PurposeKey("ticket-delivery");
  static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");

  private Persons() {}

  static Purpose purpose(PurposeKey key, LawfulBasis basis, PersonalField... fields) {
    return new Purpose(
        key,
        new PublicLabel("Sending tickets"),
        DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
        basis,
        null,
        List.of(fields),
        List.of(),
        new Retention(RetentionStart.LAST_CONTACT, new RetentionPeriod("P3Y")),
        false);
  }

  static PurposeDeclared declared(PurposeKey key, LawfulBasis basis, int version) {
    return new PurposeDeclared(
        ORGANISATION, version, purpose(key, basis, PersonalField.EMAIL, PersonalField.NAME));
  }

  static NoticePublished notice(PurposeKey key, int version) {
    return new NoticePublished(
        ORGANISATION,
        new NoticeVersionId(Theatre.id(610)),
        key,
        version,
        new LanguageTag("fr"),
        new NoticeHash("0".repeat(64)));
  }

  static CapturePersonalData capture(int capture, int key, PersonalField... fields) {
    return new CapturePersonalData(
        ORGANISATION,
        SOMEBODY,
        new CaptureId(Theatre.id(capture)),
        new DataKeyId(Theatre.id(key)),
        declared(DELIVERY, LawfulBasis.CONTRACT, 1),
        notice(DELIVERY, 1),
        List.of(fields),
        CaptureDoor.ORDER,
        null,
        null);
  }

  static AnswerConsent consent(boolean isGiven) {
    return new AnswerConsent(
        ORGANISATION,
        SOMEBODY,
        declared(NEWSLETTER, LawfulBasis.CONSENT, 1),
        notice(NEWSLETTER, 1),
        isGiven,
        CaptureDoor.NEWSLETTER_FORM,
        null);
  }
}
