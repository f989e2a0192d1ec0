package org.counterfoil.command.privacy.register;

import static org.counterfoil.domain.privacy.register.PersonalField.ACCESS_NEEDS;
import static org.counterfoil.domain.privacy.register.PersonalField.ADDRESS;
import static org.counterfoil.domain.privacy.register.PersonalField.EMAIL;
import static org.counterfoil.domain.privacy.register.PersonalField.NAME;
import static org.counterfoil.domain.privacy.register.PersonalField.PAYMENT_REFERENCE;
import static org.counterfoil.domain.privacy.register.PersonalField.TELEPHONE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedNotice;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedPurpose;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What most venues need personal data for, with texts to begin with. */
final class BuiltInPurposes {

  private static final List<LanguageTag> LANGUAGES =
      List.of(new LanguageTag("fr"), new LanguageTag("en"));

  /** One of them; its name and texts are in the messages. */
  private record BuiltIn(
      String key,
      DpvPurpose dpvPurpose,
      LawfulBasis basis,
      @Nullable SpecialCategoryCondition condition,
      RetentionStart from,
      String period,
      boolean isRequired,
      List<PersonalField> fields) {

    BuiltIn(
        String key,
        DpvPurpose dpvPurpose,
        LawfulBasis basis,
        RetentionStart from,
        String period,
        PersonalField... fields) {
      this(key, dpvPurpose, basis, null, from, period, false, List.of(fields));
    }
  }

  private static final List<BuiltIn> ALL =
      List.of(
          new BuiltIn(
              "ticket-delivery",
              DpvPurpose.SELL_PRODUCTS_TO_DATA_SUBJECT,
              LawfulBasis.CONTRACT,
              RetentionStart.PERFORMANCE_END,
              "P6M",
              EMAIL),
          new BuiltIn(
              "changes",
              DpvPurpose.COMMUNICATION_MANAGEMENT,
              LawfulBasis.CONTRACT,
              RetentionStart.PERFORMANCE_END,
              "P3M",
              EMAIL,
              TELEPHONE),
          new BuiltIn(
              "accounting",
              DpvPurpose.LEGAL_COMPLIANCE,
              LawfulBasis.LEGAL_OBLIGATION,
              RetentionStart.FISCAL_YEAR_END,
              "P10Y",
              NAME,
              ADDRESS),
          new BuiltIn(
              "claims",
              DpvPurpose.DISPUTE_MANAGEMENT,
              LawfulBasis.LEGITIMATE_INTEREST,
              RetentionStart.CAPTURE,
              "P5Y",
              NAME,
              EMAIL,
              ADDRESS),
          new BuiltIn(
              "nominative-sport",
              DpvPurpose.LEGAL_COMPLIANCE,
              LawfulBasis.LEGAL_OBLIGATION,
              null,
              RetentionStart.PERFORMANCE_END,
              "P3M",
              true,
              List.of(NAME)),
          new BuiltIn(
              "account",
              DpvPurpose.ACCOUNT_MANAGEMENT,
              LawfulBasis.CONTRACT,
              RetentionStart.LAST_CONTACT,
              "P3Y",
              EMAIL,
              NAME),
          new BuiltIn(
              "newsletter",
              DpvPurpose.DIRECT_MARKETING,
              LawfulBasis.CONSENT,
              RetentionStart.LAST_CONTACT,
              "P3Y",
              EMAIL),
          new BuiltIn(
              "guest-list",
              DpvPurpose.ENFORCE_ACCESS_CONTROL,
              LawfulBasis.LEGITIMATE_INTEREST,
              RetentionStart.PERFORMANCE_END,
              "P1M",
              NAME),
          new BuiltIn(
              "fraud-prevention",
              DpvPurpose.FRAUD_PREVENTION_AND_DETECTION,
              LawfulBasis.LEGITIMATE_INTEREST,
              RetentionStart.CAPTURE,
              "P1Y",
              EMAIL,
              PAYMENT_REFERENCE),
          new BuiltIn(
              "access-needs",
              DpvPurpose.SELL_PRODUCTS_TO_DATA_SUBJECT,
              LawfulBasis.CONTRACT,
              SpecialCategoryCondition.EXPLICIT_CONSENT,
              RetentionStart.PERFORMANCE_END,
              "P1M",
              false,
              List.of(ACCESS_NEEDS)),
          new BuiltIn(
              "staff",
              DpvPurpose.PERSONNEL_MANAGEMENT,
              LawfulBasis.CONTRACT,
              RetentionStart.CAPTURE,
              "P5Y",
              NAME,
              EMAIL));

  private final TimeOrderedIds ids;
  private final Notices notices;

  BuiltInPurposes(TimeOrderedIds ids, Notices notices) {
    this.ids = ids;
    this.notices = notices;
  }

  /**
   * Those of these keys, with their texts.
   *
   * @param keys all where missing
   * @param controller who is named in the texts, with how it is reached
   */
  List<AdoptedPurpose> adopted(
      @Nullable List<PurposeKey> keys,
      LanguageTag language,
      boolean isPublicBody,
      ControllerContacts controller) {
    if (!LANGUAGES.contains(language)) {
      throw Problem.invalid("language", "Expected fr or en, but it is another").exception();
    }
    List<BuiltIn> chosen = new ArrayList<>(keys == null ? ALL : List.<BuiltIn>of());
    for (int i = 0; keys != null && i < keys.size(); i++) {
      chosen.add(named(keys.get(i), "purposes[" + i + "]"));
    }
    return chosen.stream()
        .map(one -> adopted(purpose(one, language, isPublicBody), controller))
        .toList();
  }

  private static BuiltIn named(PurposeKey key, String field) {
    return ALL.stream()
        .filter(one -> one.key().equals(key.value()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.invalid(
                        field,
                        "Expected one of %s, but it is another"
                            .formatted(ALL.stream().map(BuiltIn::key).toList()))
                    .exception());
  }

  private static Purpose purpose(BuiltIn one, LanguageTag language, boolean isPublicBody) {
    boolean isPublicTask = isPublicBody && one.basis().equals(LawfulBasis.LEGITIMATE_INTEREST);
    return new Purpose(
        new PurposeKey(one.key()),
        NoticeTexts.in(language).name(one.key()),
        one.dpvPurpose(),
        isPublicTask ? LawfulBasis.PUBLIC_TASK : one.basis(),
        one.condition(),
        one.fields(),
        List.of(),
        new Retention(one.from(), new RetentionPeriod(one.period())),
        one.isRequired());
  }

  private AdoptedPurpose adopted(Purpose purpose, ControllerContacts controller) {
    return new AdoptedPurpose(
        purpose,
        LANGUAGES.stream()
            .map(
                language ->
                    new AdoptedNotice(
                        new NoticeVersionId(ids.next()),
                        language,
                        notices.keep(
                            new BuiltInNotice(NoticeTexts.in(language)).of(purpose, controller))))
            .toList());
  }

  /** What there is to adopt. */
  static Stream<PurposeKey> keys() {
    return ALL.stream().map(one -> new PurposeKey(one.key()));
  }
}
