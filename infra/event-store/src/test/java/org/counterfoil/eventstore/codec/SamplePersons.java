package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.CaptureDoor;
import org.counterfoil.domain.privacy.CaptureId;
import org.counterfoil.domain.privacy.ContactKind;
import org.counterfoil.domain.privacy.DataKeyId;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.DisclosureId;
import org.counterfoil.domain.privacy.DisclosureKind;
import org.counterfoil.domain.privacy.DisclosureReason;
import org.counterfoil.domain.privacy.DpvPurpose;
import org.counterfoil.domain.privacy.ErasedPurpose;
import org.counterfoil.domain.privacy.ErasureReason;
import org.counterfoil.domain.privacy.ExtensionGround;
import org.counterfoil.domain.privacy.IdentityCheck;
import org.counterfoil.domain.privacy.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.ImportFigures;
import org.counterfoil.domain.privacy.ImportId;
import org.counterfoil.domain.privacy.ImportedConsent;
import org.counterfoil.domain.privacy.KeepingDuty;
import org.counterfoil.domain.privacy.KeptPurpose;
import org.counterfoil.domain.privacy.LanguageTag;
import org.counterfoil.domain.privacy.LawfulBasis;
import org.counterfoil.domain.privacy.NoticeHash;
import org.counterfoil.domain.privacy.NoticeVersionId;
import org.counterfoil.domain.privacy.PersonalField;
import org.counterfoil.domain.privacy.PublicForm;
import org.counterfoil.domain.privacy.Purpose;
import org.counterfoil.domain.privacy.PurposeKey;
import org.counterfoil.domain.privacy.RefusalGround;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.RegisterEvent.PublicFormSet;
import org.counterfoil.domain.privacy.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.RequestKind;
import org.counterfoil.domain.privacy.RestrictionReason;
import org.counterfoil.domain.privacy.Retention;
import org.counterfoil.domain.privacy.RetentionPeriod;
import org.counterfoil.domain.privacy.RetentionStart;
import org.counterfoil.domain.privacy.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestRefused;
import org.counterfoil.domain.privacy.RightsRequestId;
import org.counterfoil.domain.privacy.SourceCode;
import org.counterfoil.domain.privacy.SpecialCategoryCondition;
import org.counterfoil.domain.privacy.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.SubjectEvent.ContactMade;
import org.counterfoil.domain.privacy.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataErased;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataImported;
import org.counterfoil.domain.privacy.SubjectEvent.PersonalDataRectified;
import org.counterfoil.domain.privacy.SubjectEvent.ProcessingRestricted;
import org.counterfoil.domain.privacy.SubjectEvent.RestrictionLifted;
import org.counterfoil.domain.privacy.SubjectEvent.SubjectMerged;
import org.counterfoil.domain.seathold.TicketId;

/** One of each event about personal data. A sample MUST NOT be changed once it is approved. */
final class SamplePersons {

  private static final DataSubjectId SOMEBODY = new DataSubjectId(id(0x60));
  private static final DataSubjectId OTHER = new DataSubjectId(id(0x61));
  private static final DataKeyId KEY = new DataKeyId(id(0x62));
  private static final NoticeVersionId NOTICE = new NoticeVersionId(id(0x65));
  private static final NoticeHash HASH =
      new NoticeHash("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  private static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");
  private static final PurposeKey ACCESS = new PurposeKey("access-needs");
  private static final Retention RETENTION =
      new Retention(RetentionStart.PERFORMANCE_END, new RetentionPeriod("P6M"));
  private static final RightsRequestId REQUEST = new RightsRequestId(id(0x66));
  private static final Instant AT = Instant.parse("2026-11-20T09:30:00.123456Z");

  private SamplePersons() {}

  static List<Event> all() {
    return List.of(
        new PurposeDeclared(THEATRE, 2, accessNeeds()),
        new NoticePublished(THEATRE, NOTICE, ACCESS, 2, new LanguageTag("fr"), HASH),
        new PersonalDataCaptured(
            THEATRE,
            SOMEBODY,
            new CaptureId(id(0x63)),
            KEY,
            ACCESS,
            2,
            LawfulBasis.CONTRACT,
            RETENTION,
            List.of(PersonalField.EMAIL, PersonalField.ACCESS_NEEDS),
            NOTICE,
            HASH,
            CaptureDoor.ORDER,
            new OrderId(id(0x15)),
            new TicketId(id(24))),
        new PersonalDataRectified(
            THEATRE,
            SOMEBODY,
            new CaptureId(id(0x64)),
            KEY,
            ACCESS,
            List.of(PersonalField.EMAIL),
            CaptureDoor.ACCOUNT),
        new PublicFormSet(THEATRE, PublicForm.NEWSLETTER, List.of(NEWSLETTER), true),
        new ConfirmationAwaited(
            THEATRE, SOMEBODY, NEWSLETTER, 1, NOTICE, HASH, CaptureDoor.NEWSLETTER_FORM, AT),
        new ConsentGiven(
            THEATRE, SOMEBODY, NEWSLETTER, 1, NOTICE, HASH, CaptureDoor.NEWSLETTER_FORM, AT),
        new ConsentRenewed(THEATRE, SOMEBODY, NEWSLETTER, 1, NOTICE, HASH, CaptureDoor.ORDER, AT),
        new ConsentRefused(THEATRE, SOMEBODY, NEWSLETTER, 1, NOTICE, HASH, CaptureDoor.IMPORT, AT),
        new ConsentWithdrawn(THEATRE, SOMEBODY, NEWSLETTER, AT),
        new ConsentExpired(THEATRE, SOMEBODY, NEWSLETTER, AT),
        new ObjectionMade(THEATRE, SOMEBODY, NEWSLETTER, 1, true, CaptureDoor.ACCOUNT, AT),
        new ProcessingRestricted(THEATRE, SOMEBODY, RestrictionReason.NEEDED_FOR_CLAIMS, AT),
        new RestrictionLifted(THEATRE, SOMEBODY, RestrictionReason.NEEDED_FOR_CLAIMS, AT),
        new ContactMade(THEATRE, SOMEBODY, ContactKind.CLICK, AT),
        new SubjectMerged(THEATRE, SOMEBODY, OTHER, AT),
        new PersonalDataErased(
            THEATRE,
            SOMEBODY,
            List.of(new ErasedPurpose(ACCESS, KEY)),
            List.of(new KeptPurpose(new PurposeKey("accounting"), KeepingDuty.LEGAL_OBLIGATION)),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 12, 4),
            AT),
        new PersonalDataDisclosed(
            new DisclosureId(id(0x67)),
            THEATRE,
            DisclosureKind.LIST,
            DisclosureReason.MAILING,
            List.of(SOMEBODY, OTHER),
            List.of(NEWSLETTER),
            List.of(PersonalField.EMAIL),
            new PublicLabel("Prestataire d'envoi")),
        new PersonalDataImported(
            THEATRE,
            SOMEBODY,
            new ImportId(id(0x68)),
            new SourceCode("OLD-BOX-OFFICE"),
            AT,
            List.of(new CaptureId(id(0x63))),
            List.of(new ImportedConsent(NEWSLETTER, true, AT, new SourceCode("WEB-FORM")))),
        new PeopleImported(
            new ImportId(id(0x68)),
            THEATRE,
            new SourceCode("OLD-BOX-OFFICE"),
            AT,
            new ImportFigures(12, 7, 2, 9, 4, 3, 1)),
        new RequestReceived(
            REQUEST,
            THEATRE,
            List.of(SOMEBODY, OTHER),
            RequestKind.ACCESS,
            IdentityCheck.PENDING,
            LocalDate.of(2026, 1, 31),
            LocalDate.of(2026, 3, 2)),
        new IdentityChecked(REQUEST, THEATRE, IdentityCheck.DOCUMENT_SEEN),
        new RequestExtended(REQUEST, THEATRE, ExtensionGround.COMPLEX, LocalDate.of(2026, 4, 30)),
        new RequestRefused(REQUEST, THEATRE, RefusalGround.EXCESSIVE),
        new RequestAnswered(REQUEST, THEATRE));
  }

  private static Purpose accessNeeds() {
    return new Purpose(
        ACCESS,
        new PublicLabel("Accueil des personnes handicapées"),
        DpvPurpose.ENFORCE_ACCESS_CONTROL,
        LawfulBasis.CONTRACT,
        SpecialCategoryCondition.EXPLICIT_CONSENT,
        List.of(PersonalField.EMAIL, PersonalField.ACCESS_NEEDS),
        List.of(new PublicLabel("Équipe d'accueil")),
        RETENTION,
        false);
  }
}
