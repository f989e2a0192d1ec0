package org.counterfoil.domain.privacy;

import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;

/** Purposes, notices and somebody without a name. */
public final class Persons {

  public static final DataSubjectId SOMEBODY = new DataSubjectId(Theatre.id(600));
  public static final PurposeKey DELIVERY = new PurposeKey("ticket-delivery");
  public static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");

  private Persons() {}

  public static Purpose purpose(PurposeKey key, LawfulBasis basis, PersonalField... fields) {
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

  public static PurposeDeclared declared(PurposeKey key, LawfulBasis basis, int version) {
    return new PurposeDeclared(
        ORGANISATION, version, purpose(key, basis, PersonalField.EMAIL, PersonalField.NAME));
  }

  public static NoticePublished notice(PurposeKey key, int version) {
    return new NoticePublished(
        ORGANISATION,
        new NoticeVersionId(Theatre.id(610)),
        key,
        version,
        new LanguageTag("fr"),
        new NoticeHash("0".repeat(64)));
  }

  public static CapturePersonalData capture(int capture, int key, PersonalField... fields) {
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

  public static AnswerConsent consent(boolean isGiven) {
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
