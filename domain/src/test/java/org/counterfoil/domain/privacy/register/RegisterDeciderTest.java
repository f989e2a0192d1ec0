package org.counterfoil.domain.privacy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.DELIVERY;
import static org.counterfoil.domain.privacy.Persons.NEWSLETTER;

import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedNotice;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedPurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.DeclarePurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.PublishNotice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Purposes with versions, and notices that tell of one version. */
class RegisterDeciderTest {

  private final RegisterDecider decider = new RegisterDecider();
  private final Register register = new Register();

  private String handle(RegisterCommand command) {
    Decision<RegisterEvent> decision = decider.decide(command, register, NOW);
    String answer = DecisionTable.answer(decision);
    if (decision instanceof Decision.Accepted<RegisterEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(register, event));
    }
    return answer;
  }

  private static DeclarePurpose declare(LawfulBasis basis, PersonalField... fields) {
    return new DeclarePurpose(ORGANISATION, Persons.purpose(DELIVERY, basis, fields));
  }

  private static PublishNotice publish(int id, PurposeKey purpose) {
    return new PublishNotice(
        ORGANISATION, notice(id), purpose, new LanguageTag("fr"), new NoticeHash("0".repeat(64)));
  }

  private static NoticeVersionId notice(int id) {
    return new NoticeVersionId(Theatre.id(id));
  }

  private @Nullable PrivacyRejection refusal(PersonalField field, int notice) {
    return register.refusal(field, DELIVERY, notice(notice));
  }

  @Test
  void aPurposeIsDeclaredAnewUnderItsNextVersion_andOnlyWhereItChanged() {
    DeclarePurpose first = declare(LawfulBasis.CONTRACT, PersonalField.EMAIL);
    assertThat(handle(first)).isEqualTo("PurposeDeclared");
    assertThat(handle(first)).isEqualTo("nothing");
    handle(declare(LawfulBasis.CONTRACT, PersonalField.EMAIL, PersonalField.NAME));

    assertThat(register.purposes())
        .singleElement()
        .satisfies(declared -> assertThat(declared.version()).isEqualTo(2));
  }

  @Test
  void aPurposeNeedsSomething_eachThingOnce_andHealthAConditionOfItsOwn() {
    assertThat(handle(declare(LawfulBasis.CONTRACT))).isEqualTo("PURPOSE_WITHOUT_FIELDS");
    assertThat(handle(declare(LawfulBasis.CONTRACT, PersonalField.EMAIL, PersonalField.EMAIL)))
        .isEqualTo("FIELD_REPEATED");
    assertThat(handle(declare(LawfulBasis.CONTRACT, PersonalField.ACCESS_NEEDS)))
        .isEqualTo("CONDITION_MISSING");
    Purpose needs = Persons.purpose(DELIVERY, LawfulBasis.CONTRACT, PersonalField.ACCESS_NEEDS);
    assertThat(
            handle(
                new DeclarePurpose(
                    ORGANISATION, with(needs, SpecialCategoryCondition.EXPLICIT_CONSENT, false))))
        .isEqualTo("PurposeDeclared");
    Purpose news = Persons.purpose(NEWSLETTER, LawfulBasis.CONSENT, PersonalField.EMAIL);
    assertThat(handle(new DeclarePurpose(ORGANISATION, with(news, null, true))))
        .isEqualTo("CONSENT_NOT_FREE");
  }

  private static Purpose with(
      Purpose purpose, @Nullable SpecialCategoryCondition condition, boolean isRequired) {
    return new Purpose(
        purpose.key(),
        purpose.name(),
        purpose.dpvPurpose(),
        purpose.lawfulBasis(),
        condition,
        purpose.fields(),
        purpose.recipients(),
        purpose.retention(),
        isRequired);
  }

  @Test
  void aNoticeTellsOfADeclaredPurpose_andOfTheVersionOfItsDay() {
    assertThat(handle(publish(640, DELIVERY))).isEqualTo("UNKNOWN_PURPOSE");
    handle(declare(LawfulBasis.CONTRACT, PersonalField.EMAIL));
    assertThat(handle(publish(640, DELIVERY))).isEqualTo("NoticePublished");
    assertThat(handle(publish(640, DELIVERY))).isEqualTo("NOTICE_EXISTS");
    assertThat(refusal(PersonalField.EMAIL, 640)).isNull();
    assertThat(refusal(PersonalField.NAME, 640)).isEqualTo(PrivacyRejection.FIELD_NOT_DECLARED);
    assertThat(refusal(PersonalField.EMAIL, 641)).isEqualTo(PrivacyRejection.UNKNOWN_NOTICE);

    handle(declare(LawfulBasis.CONTRACT, PersonalField.EMAIL, PersonalField.NAME));

    assertThat(refusal(PersonalField.EMAIL, 640)).isEqualTo(PrivacyRejection.NOTICE_OUTDATED);
    handle(publish(641, DELIVERY));
    assertThat(refusal(PersonalField.NAME, 641)).isNull();
    assertThat(register.notice(notice(640))).as("what was shown stays known").isPresent();
    assertThat(register.refusal(PersonalField.EMAIL, NEWSLETTER, notice(641)))
        .isEqualTo(PrivacyRejection.PURPOSE_NOT_DECLARED);
  }

  @Test
  void whatIsAdoptedLeavesAloneWhatIsThere() {
    handle(declare(LawfulBasis.CONTRACT, PersonalField.EMAIL));
    AdoptedNotice french =
        new AdoptedNotice(notice(650), new LanguageTag("fr"), new NoticeHash("1".repeat(64)));
    AdoptPurposes adopt =
        new AdoptPurposes(
            ORGANISATION,
            List.of(
                new AdoptedPurpose(
                    Persons.purpose(DELIVERY, LawfulBasis.CONSENT, PersonalField.NAME),
                    List.of(french)),
                new AdoptedPurpose(
                    Persons.purpose(NEWSLETTER, LawfulBasis.CONSENT, PersonalField.EMAIL),
                    List.of(french))));

    assertThat(handle(adopt)).isEqualTo("PurposeDeclared NoticePublished");
    assertThat(handle(adopt)).isEqualTo("nothing");
    assertThat(register.noticesOf(NEWSLETTER)).hasSize(1);
    assertThat(register.noticesOf(DELIVERY)).isEmpty();
    assertThat(register.purposes().getFirst().purpose().lawfulBasis())
        .isEqualTo(LawfulBasis.CONTRACT);
  }

  @Test
  void periodsAreWithinBounds() {
    assertThat(List.of("P3Y", "P6M", "P30Y", "P10D"))
        .allSatisfy(text -> assertThat(new RetentionPeriod(text).value()).isEqualTo(text));
    assertThat(List.of("P0D", "P-1Y", "P31Y", "P20000D", "3 years", "P999999999Y", ""))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> new RetentionPeriod(text))
                    .isInstanceOf(InvalidText.class));
  }
}
