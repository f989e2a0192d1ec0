package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PublicFormSet;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RefusalGround;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestRefused;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasedPurpose;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
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
