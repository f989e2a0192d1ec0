package org.counterfoil.query.given;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReadingId;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
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
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AwaitConfirmation;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ConfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ExpireConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RestrictProcessing;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;

/** Lets people tell, agree, object, ask and be forgotten by chance. */
public final class PeopleByChance {

  private static final int PEOPLE = 8;

  private final TestLog log;
  private final People people;
  private final List<OrderId> orders;
  private final Random random;
  private final List<DataSubjectId> subjects = new ArrayList<>();
  private Instant now;

  /**
   * Begins.
   *
   * @param orders for which data may be told
   */
  public PeopleByChance(
      TestLog log, People people, List<OrderId> orders, Instant start, long seed) {
    this.log = log;
    this.people = people;
    this.orders = orders;
    this.random = new Random(seed);
    this.now = start;
    for (int one = 0; one < PEOPLE; one++) {
      subjects.add(people.somebody());
    }
  }

  /** Takes so many steps. */
  public void act(int steps) {
    for (int step = 0; step < steps; step++) {
      now = now.plus(Duration.ofHours(1 + random.nextInt(30)));
      act();
    }
  }

  private void act() {
    DataSubjectId subject = oneOf(subjects);
    DataSubject state = people.subjects().get(subject);
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 -> capture(subject);
      case 6 -> rectify(subject, state);
      case 7, 8 -> answer(subject);
      case 9 ->
          people.decide(
              new WithdrawConsent(people.organisation(), subject, People.NEWSLETTER), now);
      case 10 ->
          people.decide(new ExpireConsent(people.organisation(), subject, People.NEWSLETTER), now);
      case 11 ->
          people.decide(
              new ObjectToPurpose(
                  people.organisation(),
                  subject,
                  people.declared(People.NEWSLETTER),
                  CaptureDoor.ACCOUNT),
              now);
      case 12 ->
          people.decide(
              new RestrictProcessing(
                  people.organisation(), subject, RestrictionReason.ACCURACY_CONTESTED),
              now);
      case 13 ->
          people.decide(
              new LiftRestriction(
                  people.organisation(), subject, RestrictionReason.ACCURACY_CONTESTED),
              now);
      case 14 ->
          people.decide(
              new NoteContact(people.organisation(), subject, oneOf(ContactKind.values()), now),
              now);
      case 15 -> erase(subject);
      case 16 -> disclose(subject);
      case 17 -> read(subject);
      case 18 -> request(subject);
      default -> {
        if (random.nextInt(3) == 0) {
          people.decide(new MergeSubject(people.organisation(), subject, people.somebody()), now);
        }
      }
    }
  }

  /** Some say yes by typing an address, and some confirm it later. */
  private void answer(DataSubjectId subject) {
    switch (random.nextInt(4)) {
      case 0 ->
          people.decide(
              new AwaitConfirmation(
                  people.organisation(),
                  subject,
                  people.declared(People.NEWSLETTER),
                  people.notice(People.NEWSLETTER),
                  CaptureDoor.NEWSLETTER_FORM),
              now);
      case 1 ->
          people.decide(new ConfirmConsent(people.organisation(), subject, People.NEWSLETTER), now);
      default -> people.answer(subject, random.nextInt(4) > 0, now);
    }
  }

  private void capture(DataSubjectId subject) {
    PurposeKey purpose = oneOf(List.of(People.DELIVERY, People.NEWSLETTER, People.ACCOUNTING));
    List<PersonalField> all = new ArrayList<>(people.declared(purpose).purpose().fields());
    while (all.size() > 1 && random.nextBoolean()) {
      all.remove(random.nextInt(all.size()));
    }
    people.capture(
        subject,
        purpose,
        now,
        orders.isEmpty() || random.nextBoolean() ? null : oneOf(orders),
        all.toArray(PersonalField[]::new));
  }

  private void rectify(DataSubjectId subject, DataSubject state) {
    if (state.fields().isEmpty()) {
      return;
    }
    DataSubject.KeptField kept = oneOf(state.fields());
    people.decide(
        new RectifyPersonalData(
            people.organisation(),
            subject,
            new CaptureId(People.id()),
            kept.keyId(),
            kept.purpose(),
            List.of(kept.field()),
            CaptureDoor.BOX_OFFICE),
        now);
  }

  private void erase(DataSubjectId subject) {
    List<KeptPurpose> kept =
        people.subjects().get(subject).purposes().contains(People.ACCOUNTING)
                && random.nextBoolean()
            ? List.of(new KeptPurpose(People.ACCOUNTING, KeepingDuty.LEGAL_OBLIGATION))
            : List.of();
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            subject,
            random.nextBoolean() ? List.of() : List.of(People.NEWSLETTER),
            kept,
            oneOf(ErasureReason.values()),
            LocalDate.of(2027, 1, 1)),
        now);
  }

  private void disclose(DataSubjectId subject) {
    log.append(
        people.organisation(),
        now,
        List.of(
            new PersonalDataDisclosed(
                new DisclosureId(People.id()),
                people.organisation(),
                oneOf(DisclosureKind.values()),
                oneOf(DisclosureReason.values()),
                random.nextInt(4) == 0 ? List.of() : List.of(subject, oneOf(subjects)),
                List.of(People.DELIVERY),
                List.of(PersonalField.EMAIL),
                null)));
  }

  private void read(DataSubjectId subject) {
    AuditQuestion question = oneOf(AuditQuestion.values());
    log.append(
        people.organisation(),
        now,
        List.of(
            new AuditRead(
                new AuditReadingId(People.id()),
                people.organisation(),
                question,
                question.isAboutSomebody() ? subject : null,
                DisclosureReason.AUDIT)));
  }

  /** Asked, made sure of, and then extended, refused, answered, or none of it. */
  private void request(DataSubjectId subject) {
    RightsRequestId id = new RightsRequestId(People.id());
    LocalDate received = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(60));
    var organisation = people.organisation();
    log.append(
        organisation,
        now,
        List.of(
            new RequestReceived(
                id,
                organisation,
                List.of(subject),
                oneOf(RequestKind.values()),
                IdentityCheck.PENDING,
                received,
                received.plusMonths(1)),
            new IdentityChecked(id, organisation, IdentityCheck.DOCUMENT_SEEN)));
    now = now.plusSeconds(60);
    switch (random.nextInt(4)) {
      case 0 ->
          log.append(
              organisation,
              now,
              List.of(
                  new RequestExtended(
                      id, organisation, ExtensionGround.COMPLEX, received.plusMonths(3))));
      case 1 ->
          log.append(
              organisation,
              now,
              List.of(new RequestRefused(id, organisation, RefusalGround.EXCESSIVE)));
      case 2 -> log.append(organisation, now, List.of(new RequestAnswered(id, organisation)));
      default -> {}
    }
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private <T> T oneOf(T[] some) {
    return some[random.nextInt(some.length)];
  }
}
