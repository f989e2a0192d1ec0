package org.counterfoil.domain.privacy.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.DELIVERY;
import static org.counterfoil.domain.privacy.Persons.NEWSLETTER;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;
import static org.counterfoil.domain.privacy.Persons.capture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.request.AnswerDue;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of a person: captures, consents, erasures. */
class SubjectDeciderTest {

  private final SubjectDecider decider = new SubjectDecider();
  private final DataSubject somebody = new DataSubject();

  private String handle(SubjectCommand command, Instant now) {
    Decision<SubjectEvent> decision = decider.decide(command, somebody, now);
    String answer = DecisionTable.answer(decision);
    if (decision instanceof Decision.Accepted<SubjectEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(somebody, event));
    }
    return answer;
  }

  private String handle(SubjectCommand command) {
    return handle(command, NOW);
  }

  private static ErasePersonalData erase(List<PurposeKey> purposes, PurposeKey... kept) {
    List<KeptPurpose> stays =
        Stream.of(kept).map(one -> new KeptPurpose(one, KeepingDuty.LEGAL_OBLIGATION)).toList();
    return new ErasePersonalData(
        ORGANISATION, SOMEBODY, purposes, stays, ErasureReason.REQUEST, LocalDate.of(2027, 1, 7));
  }

  @Test
  void onlyWhatAPurposeNeedsIsCaptured_underANoticeOfIt() {
    assertThat(handle(capture(1, 50))).isEqualTo("NOTHING_CAPTURED");
    assertThat(handle(capture(1, 50, PersonalField.TELEPHONE))).isEqualTo("FIELD_NOT_DECLARED");
    assertThat(handle(capture(1, 50, PersonalField.EMAIL, PersonalField.EMAIL)))
        .isEqualTo("FIELD_REPEATED");
    SubjectCommand.CapturePersonalData good = capture(1, 50, PersonalField.EMAIL);
    assertThat(handle(with(good, Persons.notice(NEWSLETTER, 1))))
        .isEqualTo("NOTICE_OF_ANOTHER_PURPOSE");
    assertThat(handle(with(good, Persons.notice(DELIVERY, 2)))).isEqualTo("NOTICE_OUTDATED");
    assertThat(somebody.standing(DELIVERY, PersonalField.EMAIL))
        .isEqualTo(new Standing.NeverCaptured());

    assertThat(handle(good)).isEqualTo("PersonalDataCaptured");

    assertThat(somebody.standing(DELIVERY, PersonalField.EMAIL))
        .isEqualTo(new Standing.Captured(good.captureId(), good.keyId()));
    assertThat(somebody.standing(DELIVERY, PersonalField.NAME))
        .isEqualTo(new Standing.NeverCaptured());
  }

  private static SubjectCommand.CapturePersonalData with(
      SubjectCommand.CapturePersonalData capture, RegisterEvent.NoticePublished notice) {
    return new SubjectCommand.CapturePersonalData(
        capture.organisationId(),
        capture.subjectId(),
        capture.captureId(),
        capture.keyId(),
        capture.purpose(),
        notice,
        capture.fields(),
        capture.door(),
        capture.orderId(),
        capture.ticketId());
  }

  @Test
  void aLaterCaptureReplacesTheField_underTheSameKey() {
    handle(capture(1, 50, PersonalField.EMAIL, PersonalField.NAME));

    assertThat(handle(capture(2, 51, PersonalField.EMAIL))).isEqualTo("KEY_CHANGED");
    assertThat(handle(capture(2, 50, PersonalField.EMAIL))).isEqualTo("PersonalDataCaptured");

    DataKeyId key = new DataKeyId(Theatre.id(50));
    assertThat(somebody.standing(DELIVERY, PersonalField.EMAIL))
        .isEqualTo(new Standing.Captured(new CaptureId(Theatre.id(2)), key));
    assertThat(somebody.standing(DELIVERY, PersonalField.NAME))
        .isEqualTo(new Standing.Captured(new CaptureId(Theatre.id(1)), key));
  }

  @Test
  void whatWasErasedIsTold_andItsKeyIsNeverMadeAgain() {
    handle(capture(1, 50, PersonalField.EMAIL));
    PersonalDataErased erased =
        (PersonalDataErased)
            Then.events(decider.decide(erase(List.of()), somebody, NOW)).getFirst();
    assertThat(erased.erased())
        .containsExactly(new ErasedPurpose(DELIVERY, new DataKeyId(Theatre.id(50))));

    assertThat(handle(erase(List.of(DELIVERY)))).isEqualTo("PersonalDataErased");

    assertThat(somebody.standing(DELIVERY, PersonalField.EMAIL))
        .isEqualTo(new Standing.Erased(NOW, ErasureReason.REQUEST));
    assertThat(handle(erase(List.of()))).isEqualTo("nothing");
    assertThat(handle(capture(2, 50, PersonalField.EMAIL))).isEqualTo("PURPOSE_ERASED");
    assertThat(handle(capture(2, 51, PersonalField.EMAIL))).isEqualTo("PURPOSE_ERASED");
  }

  @Test
  void whatALawAsksForStays_andIsNamed() {
    handle(capture(1, 50, PersonalField.EMAIL));

    assertThat(handle(erase(List.of(DELIVERY), DELIVERY))).isEqualTo("KEPT_BY_LAW");
    assertThat(handle(erase(List.of(), DELIVERY))).isEqualTo("nothing");
    assertThat(somebody.purposes()).containsExactly(DELIVERY);
  }

  @Test
  void somebodyOfAnotherOrganisationIsUnknown() {
    assertThat(handle(erase(List.of()))).isEqualTo("UNKNOWN_SUBJECT");
    handle(capture(1, 50, PersonalField.EMAIL));

    assertThat(
            handle(new WithdrawConsent(new OrganisationId(Theatre.id(99)), SOMEBODY, NEWSLETTER)))
        .isEqualTo("UNKNOWN_SUBJECT");
  }

  /** The design's check values. */
  @Test
  void aConsentWasInForceOrNot_asOfAnyDay() {
    handle(capture(1, 50, PersonalField.EMAIL));
    AnswerConsent yes = Persons.consent(true);
    assertThat(handle(yes, day("2026-01-01"))).isEqualTo("ConsentGiven");
    WithdrawConsent back = new WithdrawConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
    assertThat(handle(back, day("2026-03-01"))).isEqualTo("ConsentWithdrawn");
    assertThat(handle(back, day("2026-03-02"))).isEqualTo("nothing");
    handle(yes, day("2026-06-01"));

    assertThat(somebody.hasConsented(NEWSLETTER, day("2025-12-31"))).isFalse();
    assertThat(somebody.hasConsented(NEWSLETTER, day("2026-02-15"))).isTrue();
    assertThat(somebody.hasConsented(NEWSLETTER, day("2026-04-01"))).isFalse();
    assertThat(somebody.hasConsented(NEWSLETTER, day("2026-07-01"))).isTrue();
    assertThat(somebody.hasConsented(DELIVERY, day("2026-07-01"))).isFalse();
  }

  @Test
  void aNoEndsAConsent_andWhatNeedsNoneIsNotAskedFor() {
    handle(capture(1, 50, PersonalField.EMAIL));
    handle(Persons.consent(true));

    assertThat(handle(Persons.consent(false), NOW.plusSeconds(1))).isEqualTo("ConsentRefused");
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(2))).isFalse();
    AnswerConsent other =
        new AnswerConsent(
            ORGANISATION,
            SOMEBODY,
            Persons.declared(DELIVERY, LawfulBasis.CONTRACT, 1),
            Persons.notice(DELIVERY, 1),
            true,
            CaptureDoor.ORDER,
            null);
    assertThat(handle(other)).isEqualTo("NOT_BY_CONSENT");
  }

  private static Instant day(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  /** 28 February 2026 is a Saturday; 1 May a holiday. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, false, 2026-03-02",
    "2026-01-15, false, 2026-02-16",
    "2026-03-03, false, 2026-04-03",
    "2026-04-01, false, 2026-05-04",
    "2026-01-31, true, 2026-04-30",
    "2028-01-31, false, 2028-02-29"
  })
  void anAnswerIsDueInAMonth_onAWorkingDay(LocalDate received, boolean isExtended, LocalDate due) {
    LocalDate mayDay = LocalDate.of(2026, 5, 1);

    assertThat(new AnswerDue(mayDay::equals).on(received, isExtended)).isEqualTo(due);
  }

  @Test
  void whatIsKeptForThreeYearsAfterAClickEndsOnItsDay() {
    Retention retention = new Retention(RetentionStart.LAST_CONTACT, new RetentionPeriod("P3Y"));

    assertThat(retention.endsOn(LocalDate.of(2026, 1, 15))).isEqualTo("2029-01-15");
    assertThat(retention.endsOn(LocalDate.of(2024, 2, 29))).isEqualTo("2027-02-28");
  }
}
