package org.counterfoil.command.privacy.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.command.privacy.register.Notices;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;

/** Makes forms of an organisation's register: what they ask, and what they say about it. */
final class Forms {

  private final Registers registers;
  private final Notices notices;

  Forms(Registers registers, Notices notices) {
    this.registers = registers;
    this.notices = notices;
  }

  /**
   * A form.
   *
   * @param controller who asks
   * @param confirmation whether a yes to marketing counts only once whoever has the address
   *     confirms
   * @param fields what it asks, in the order in which it is shown
   * @param purposes why, with the whole text for each
   * @param holders why each ticket's holder is named, where the form of an order was set to ask
   */
  record ShownForm(
      OrganisationId organisationId,
      PublicLabel controller,
      PublicForm form,
      boolean confirmation,
      List<AskedField> fields,
      List<AskedPurpose> purposes,
      List<AskedPurpose> holders) {}

  /**
   * A field.
   *
   * @param field as requests call it, such as {@code email}
   * @param label as people read it
   * @param required whether a purpose cannot be had without it
   * @param purposes for what it is asked
   */
  record AskedField(String field, String label, boolean required, List<PurposeKey> purposes) {}

  /** What the person is asked about a purpose, beside its data. */
  enum Question {
    /** Nothing: what is told is used for it. */
    NONE,
    /** A yes or a no; nothing is used for it without a yes. */
    CONSENT,
    /** Whether it says no; a form that did not ask may use nothing for it. */
    OPT_OUT
  }

  /**
   * Why something is asked.
   *
   * @param basis in words
   * @param kept how long, in words
   * @param text of the notice, exactly as it was published
   */
  record AskedPurpose(
      PurposeKey purpose,
      PublicLabel name,
      Question question,
      boolean required,
      List<String> fields,
      LawfulBasis lawfulBasis,
      String basis,
      String kept,
      List<PublicLabel> recipients,
      NoticeVersionId notice,
      LanguageTag language,
      NoticeHash sha256,
      String text) {}

  /** The form, as the register stands. */
  ShownForm shown(OrganisationCreated organisation, PublicForm form, FormLanguage language) {
    Register register = registers.of(organisation.organisationId());
    Predicate<Purpose> isOfHolders =
        purpose -> form == PublicForm.ORDER && purpose.isAskedOfHolders();
    List<Purpose> declared = register.askedOn(form);
    List<AskedPurpose> purposes =
        declared.stream()
            .filter(isOfHolders.negate())
            .flatMap(purpose -> asked(purpose, register, language).stream())
            .toList();
    List<AskedPurpose> holders =
        declared.stream()
            .filter(isOfHolders)
            .flatMap(purpose -> asked(purpose, register, language).stream())
            .toList();
    List<AskedField> fields = new ArrayList<>();
    for (PersonalField field : PersonalField.values()) {
      List<AskedPurpose> why =
          purposes.stream().filter(one -> one.fields().contains(field.key())).toList();
      if (!why.isEmpty()) {
        fields.add(
            new AskedField(
                field.key(),
                language.texts().message("label." + field.name()),
                why.stream().anyMatch(AskedPurpose::required),
                why.stream().map(AskedPurpose::purpose).toList()));
      }
    }
    return new ShownForm(
        organisation.organisationId(),
        organisation.name(),
        form,
        register.isConfirmed(form),
        fields,
        purposes,
        holders);
  }

  private Optional<AskedPurpose> asked(Purpose purpose, Register register, FormLanguage language) {
    List<String> fields =
        purpose.fields().stream().filter(PublicForm::canAsk).map(PersonalField::key).toList();
    return fields.isEmpty()
        ? Optional.empty()
        : language
            .newest(register.noticesOf(purpose.key()))
            .map(notice -> asked(purpose, fields, notice, language.texts()));
  }

  private AskedPurpose asked(
      Purpose purpose, List<String> fields, NoticePublished notice, NoticeTexts texts) {
    return new AskedPurpose(
        purpose.key(),
        texts.nameOf(purpose),
        question(purpose),
        purpose.isRequired(),
        fields,
        purpose.lawfulBasis(),
        texts.message("basis." + purpose.lawfulBasis().value()),
        texts.period(purpose.retention()),
        purpose.recipients(),
        notice.noticeVersionId(),
        notice.language(),
        notice.hash(),
        notices.text(notice.hash()));
  }

  private static Question question(Purpose purpose) {
    if (purpose.isOptOut()) {
      return Question.OPT_OUT;
    }
    return purpose.asksForConsent() ? Question.CONSENT : Question.NONE;
  }
}
