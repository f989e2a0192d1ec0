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
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ConfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ExpireConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.LiftRestriction;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ObjectToPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ReconfirmConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RectifyPersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RestrictProcessing;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rectification, consents that end, objections, restrictions, and two that are one person. */
class SubjectRightsTest {

  private static final DataSubjectId OTHER = new DataSubjectId(Theatre.id(601));

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

  private static RectifyPersonalData rectify(int capture, int key, PersonalField... fields) {
    return new RectifyPersonalData(
        ORGANISATION,
        SOMEBODY,
        new CaptureId(Theatre.id(capture)),
        new DataKeyId(Theatre.id(key)),
        DELIVERY,
        List.of(fields),
        CaptureDoor.ACCOUNT);
  }

  private static ObjectToPurpose object(PurposeKey key, LawfulBasis basis, DpvPurpose dpv) {
    Purpose plain = Persons.purpose(key, basis, PersonalField.EMAIL);
    Purpose purpose =
        new Purpose(
            key,
            plain.name(),
            dpv,
            basis,
            null,
            plain.fields(),
            List.of(),
            plain.retention(),
            false);
    return new ObjectToPurpose(
        ORGANISATION,
        SOMEBODY,
        new RegisterEvent.PurposeDeclared(ORGANISATION, 1, purpose),
        CaptureDoor.ACCOUNT);
  }

  @Test
  void whoIsNotKnownHasNothingToBeSaidOf() {
    assertThat(handle(rectify(2, 50, PersonalField.EMAIL))).isEqualTo("UNKNOWN_SUBJECT");
    assertThat(handle(Persons.consent(true))).isEqualTo("UNKNOWN_SUBJECT");
    assertThat(handle(new MergeSubject(ORGANISATION, SOMEBODY, OTHER)))
        .isEqualTo("UNKNOWN_SUBJECT");
    assertThat(handle(new NoteContact(ORGANISATION, SOMEBODY, ContactKind.CLICK, NOW)))
        .isEqualTo("UNKNOWN_SUBJECT");
  }

  @Test
  void whatIsToldTogetherIsRecordedTogether_orNotAtAll() {
    assertThat(
            DecisionTable.answer(
                decider.decideAll(
                    List.of(capture(1, 50, PersonalField.EMAIL), Persons.consent(true)),
                    somebody,
                    NOW)))
        .isEqualTo("PersonalDataCaptured ConsentGiven");
    assertThat(
            DecisionTable.answer(
                decider.decideAll(
                    List.of(
                        capture(1, 50, PersonalField.EMAIL), capture(2, 51, PersonalField.EMAIL)),
                    somebody,
                    NOW)))
        .isEqualTo("KEY_CHANGED");
    assertThat(somebody.purposes()).as("deciding changes nothing").isEmpty();
  }

  @Test
  void onlyWhatWasToldIsPutRight_underItsKey() {
    handle(capture(1, 50, PersonalField.EMAIL));

    assertThat(handle(rectify(2, 50))).isEqualTo("NOTHING_CAPTURED");
    assertThat(handle(rectify(2, 50, PersonalField.NAME))).isEqualTo("NEVER_CAPTURED");
    assertThat(handle(rectify(2, 51, PersonalField.EMAIL))).isEqualTo("KEY_CHANGED");
    assertThat(handle(rectify(2, 50, PersonalField.EMAIL))).isEqualTo("PersonalDataRectified");

    assertThat(somebody.standing(DELIVERY, PersonalField.EMAIL))
        .isEqualTo(
            new Standing.Captured(new CaptureId(Theatre.id(2)), new DataKeyId(Theatre.id(50))));
    handle(erase(ErasureReason.REQUEST));
    assertThat(handle(rectify(3, 50, PersonalField.EMAIL))).isEqualTo("PURPOSE_ERASED");
  }

  private static ErasePersonalData erase(ErasureReason reason) {
    return new ErasePersonalData(
        ORGANISATION, SOMEBODY, List.of(), List.of(), reason, LocalDate.of(2027, 1, 7));
  }

  @Test
  void aYesDuringAYesRenewsIt_andSilenceEndsIt() {
    handle(capture(1, 50, PersonalField.EMAIL));
    ExpireConsent silence = new ExpireConsent(ORGANISATION, SOMEBODY, NEWSLETTER);

    assertThat(handle(silence)).isEqualTo("nothing");
    assertThat(handle(Persons.consent(true))).isEqualTo("ConsentGiven");
    assertThat(handle(Persons.consent(true), NOW.plusSeconds(1))).isEqualTo("ConsentRenewed");
    assertThat(handle(silence, NOW.plusSeconds(2))).isEqualTo("ConsentExpired");
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(1))).isTrue();
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(2))).isFalse();
  }

  @Test
  void aConsentFromElsewhereCountsFromWhenItWasGiven_notBefore() {
    handle(capture(1, 50, PersonalField.EMAIL));

    assertThat(handle(consentOf(NOW.plusSeconds(1)))).isEqualTo("CONSENT_IN_THE_FUTURE");
    assertThat(handle(consentOf(NOW.minusSeconds(100)))).isEqualTo("ConsentGiven");
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.minusSeconds(101))).isFalse();
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.minusSeconds(100))).isTrue();
  }

  private static AnswerConsent consentOf(Instant at) {
    return answerOf(true, at);
  }

  private static AnswerConsent answerOf(boolean isGiven, Instant at) {
    AnswerConsent now = Persons.consent(isGiven);
    return new AnswerConsent(
        ORGANISATION, SOMEBODY, now.purpose(), now.notice(), isGiven, CaptureDoor.IMPORT, at);
  }

  /** Files know days only: a yes and a no of one day are of one moment. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofAYesAndANoOfOneMomentTheNoCounts_whicheverIsToldFirst(boolean isFirst) {
    handle(capture(1, 50, PersonalField.EMAIL));
    Instant day = NOW.minusSeconds(100);

    handle(answerOf(isFirst, day));
    handle(answerOf(!isFirst, day));

    assertThat(somebody.agreedTo()).isEmpty();
    assertThat(somebody.hasConsented(NEWSLETTER, day)).isFalse();
    assertThat(somebody.hasConsented(NEWSLETTER, NOW)).isFalse();
    assertThat(somebody.hasAnswered(NEWSLETTER, day, true)).as("both are known").isTrue();
    assertThat(somebody.hasAnswered(NEWSLETTER, day, false)).as("both are known").isTrue();
    assertThat(somebody.hasTakenBackSince(NEWSLETTER, day)).isTrue();
    assertThat(somebody.hasTakenBackSince(NEWSLETTER, day.plusNanos(1))).isFalse();
    handle(answerOf(true, day.plusSeconds(1)));
    assertThat(somebody.agreedTo()).as("a yes of later").containsExactly(NEWSLETTER);
  }

  @Test
  void whatWaitsForANewAddressIsNotInForce_untilWhoReadsThereConfirms() {
    handle(capture(1, 50, PersonalField.EMAIL));
    handle(Persons.consent(true));
    ReconfirmConsent again = new ReconfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER);
    ConfirmConsent confirm = new ConfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER);

    assertThat(handle(again, NOW.plusSeconds(9))).isEqualTo("ConfirmationAwaited");
    assertThat(handle(again, NOW.plusSeconds(10))).isEqualTo("nothing");

    assertThat(somebody.agreedTo()).isEmpty();
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(8))).isTrue();
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(9))).isFalse();
    assertThat(somebody.isOpen(NEWSLETTER, NOW.plusSeconds(9))).isTrue();
    handle(consentOf(NOW.plusSeconds(5)), NOW.plusSeconds(11));
    assertThat(somebody.isOpen(NEWSLETTER, NOW.plusSeconds(11)))
        .as("an older yes, brought later")
        .isTrue();
    assertThat(handle(confirm, NOW.plusSeconds(20))).isEqualTo("ConsentGiven");
    assertThat(somebody.agreedTo()).containsExactly(NEWSLETTER);
    assertThat(somebody.hasConsented(NEWSLETTER, NOW.plusSeconds(12))).isFalse();
    assertThat(somebody.unconfirmed()).isEmpty();
  }

  @Test
  void whatWaitsIsTakenBackForGood() {
    handle(capture(1, 50, PersonalField.EMAIL));
    handle(Persons.consent(true));
    handle(new ReconfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER), NOW.plusSeconds(9));
    WithdrawConsent back = new WithdrawConsent(ORGANISATION, SOMEBODY, NEWSLETTER);

    assertThat(handle(back, NOW.plusSeconds(10))).isEqualTo("ConsentWithdrawn");
    assertThat(handle(back, NOW.plusSeconds(11))).isEqualTo("nothing");
    assertThat(handle(new ConfirmConsent(ORGANISATION, SOMEBODY, NEWSLETTER), NOW.plusSeconds(12)))
        .isEqualTo("NOTHING_TO_CONFIRM");
  }

  @Test
  void anObjectionToMarketingIsAbsolute_andEndsTheConsent() {
    handle(capture(1, 50, PersonalField.EMAIL));
    handle(Persons.consent(true));
    ObjectToPurpose objection =
        object(NEWSLETTER, LawfulBasis.CONSENT, DpvPurpose.DIRECT_MARKETING);

    assertThat(handle(objection, NOW.plusSeconds(9))).isEqualTo("ConsentWithdrawn ObjectionMade");
    assertThat(handle(objection, NOW.plusSeconds(10))).isEqualTo("nothing");
    assertThat(somebody.hasObjected(NEWSLETTER)).isTrue();

    handle(consentOf(NOW.plusSeconds(5)), NOW.plusSeconds(20));
    assertThat(somebody.hasObjected(NEWSLETTER)).as("an older yes, brought later").isTrue();
    handle(Persons.consent(true), NOW.plusSeconds(30));
    assertThat(somebody.hasObjected(NEWSLETTER)).as("a yes of its own, later").isFalse();
  }

  @Test
  void whatRestsOnAContractOrALawIsNotObjectedTo() {
    handle(capture(1, 50, PersonalField.EMAIL));
    DpvPurpose orders = DpvPurpose.CUSTOMER_ORDER_MANAGEMENT;

    assertThat(handle(object(DELIVERY, LawfulBasis.CONTRACT, orders)))
        .isEqualTo("NOT_OPEN_TO_OBJECTION");
    assertThat(handle(object(DELIVERY, LawfulBasis.LEGAL_OBLIGATION, orders)))
        .isEqualTo("NOT_OPEN_TO_OBJECTION");
    assertThat(handle(object(DELIVERY, LawfulBasis.PUBLIC_TASK, orders)))
        .isEqualTo("ObjectionMade");
  }

  @Test
  void whatIsRestrictedDoesNotGoByItself() {
    handle(capture(1, 50, PersonalField.EMAIL));
    RestrictionReason claims = RestrictionReason.NEEDED_FOR_CLAIMS;
    RestrictProcessing restrict = new RestrictProcessing(ORGANISATION, SOMEBODY, claims);

    assertThat(handle(restrict)).isEqualTo("ProcessingRestricted");
    assertThat(handle(restrict)).isEqualTo("nothing");
    assertThat(handle(erase(ErasureReason.RETENTION_ENDED))).isEqualTo("PROCESSING_RESTRICTED");
    assertThat(handle(new LiftRestriction(ORGANISATION, SOMEBODY, claims)))
        .isEqualTo("RestrictionLifted");
    assertThat(handle(new LiftRestriction(ORGANISATION, SOMEBODY, claims))).isEqualTo("nothing");
    assertThat(handle(erase(ErasureReason.RETENTION_ENDED))).isEqualTo("PersonalDataErased");
  }

  @Test
  void whoIsTheSamePersonAsAnotherIsSoOnce() {
    handle(capture(1, 50, PersonalField.EMAIL));

    assertThat(handle(new MergeSubject(ORGANISATION, SOMEBODY, SOMEBODY)))
        .isEqualTo("SUBJECT_REPEATED");
    assertThat(handle(new MergeSubject(ORGANISATION, SOMEBODY, OTHER))).isEqualTo("SubjectMerged");
    assertThat(handle(new MergeSubject(ORGANISATION, SOMEBODY, OTHER))).isEqualTo("nothing");
    assertThat(handle(new MergeSubject(ORGANISATION, SOMEBODY, new DataSubjectId(Theatre.id(602)))))
        .isEqualTo("SUBJECT_MERGED");
    assertThat(somebody.mergedInto()).contains(OTHER);
    assertThat(handle(new WithdrawConsent(ORGANISATION, SOMEBODY, NEWSLETTER)))
        .as("a link from before still works")
        .isEqualTo("nothing");
  }
}
