package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.command.privacy.export.PersonExport.Answered;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
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
import org.jspecify.annotations.Nullable;

/** What a person answered, and the ends of it; each with where it was given, if not here. */
final class ExportedAnswers {

  /** An answer that was brought from another system. */
  private record Brought(PurposeKey purpose, Instant at) {}

  private final Register register;
  private final Map<Brought, SourceCode> brought = new HashMap<>();

  private ExportedAnswers(Person person, Register register) {
    this.register = register;
    person
        .told()
        .filter(PersonalDataImported.class::isInstance)
        .flatMap(event -> ((PersonalDataImported) event).consents().stream())
        .forEach(one -> brought.put(new Brought(one.purpose(), one.at()), one.source()));
  }

  /** In the order in which they were given. */
  static List<Answered> of(Person person, Register register) {
    ExportedAnswers answers = new ExportedAnswers(person, register);
    return person
        .told()
        .map(answers::answered)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Answered::at))
        .toList();
  }

  private @Nullable Answered answered(SubjectEvent event) {
    return switch (event) {
      case ConsentGiven one -> answered(one.purpose(), "GIVEN", one.at(), one.noticeVersionId());
      case ConsentRenewed one ->
          answered(one.purpose(), "RENEWED", one.at(), one.noticeVersionId());
      case ConsentRefused one ->
          answered(one.purpose(), "REFUSED", one.at(), one.noticeVersionId());
      case ConsentWithdrawn one -> answered(one.purpose(), "WITHDRAWN", one.at(), null);
      case ConsentExpired one -> answered(one.purpose(), "EXPIRED", one.at(), null);
      case ObjectionMade one -> answered(one.purpose(), "OBJECTED", one.at(), null);
      case ConfirmationAwaited one ->
          answered(one.purpose(), "TO_BE_CONFIRMED", one.at(), one.noticeVersionId());
      case PersonalDataCaptured other -> null;
      case PersonalDataRectified other -> null;
      case PersonalDataImported other -> null;
      case ProcessingRestricted other -> null;
      case RestrictionLifted other -> null;
      case ContactMade other -> null;
      case SubjectMerged other -> null;
      case PersonalDataErased other -> null;
    };
  }

  private Answered answered(
      PurposeKey purpose, String what, Instant at, @Nullable NoticeVersionId notice) {
    return new Answered(
        purpose,
        Exports.name(purpose, register),
        what,
        at,
        notice,
        brought.get(new Brought(purpose, at)));
  }
}
