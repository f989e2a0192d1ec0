package org.counterfoil.command.privacy.capture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.command.privacy.capture.ToldWish.ConsentWish;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PublicForm;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.http.problem.Violation;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/**
 * Checks what one person tells against the register: each field is told for a declared purpose that
 * needs it, under a notice of that purpose as it stands, or the whole is refused with the field's
 * name. A purpose that asks for a yes gets nothing without one, and marketing that rests on none
 * gets nothing where the person was not asked whether it says no; that refuses nothing else.
 */
final class Telling {

  /**
   * What is told for one purpose.
   *
   * @param notice what the person was shown
   */
  record Part(
      PurposeDeclared purpose, NoticePublished notice, Map<PersonalField, PersonalValue> values) {}

  /** An answer to a purpose, checked. */
  record AnswerTo(PurposeDeclared purpose, NoticePublished notice, boolean isGiven) {}

  private final Register register;
  private final String path;
  private final ToldWish wish;
  private final Set<PublicForm> forms;
  private final Map<PersonalField, PersonalValue> values;
  private final Map<PurposeKey, Part> parts = new LinkedHashMap<>();
  private final List<AnswerTo> answers = new ArrayList<>();

  /**
   * Checks all of it.
   *
   * @param path where the values stand in the request, such as {@code buyer}
   * @param forms through which it is told, which take what they ask and nothing else; none where
   *     somebody else tells it
   */
  Telling(Register register, String path, ToldWish wish, Set<PublicForm> forms) {
    this.register = register;
    this.path = path;
    this.wish = wish;
    this.forms = Set.copyOf(forms);
    this.values = ToldValues.read(path, wish.values() == null ? Map.of() : wish.values());
    values.keySet().forEach(this::requireAskable);
    answerAll();
    captureAll();
  }

  private void requireAskable(PersonalField field) {
    if (!forms.isEmpty() && !PublicForm.canAsk(field)) {
      String name = ToldValues.at(path, field.key());
      throw RequestRejection.PERSONAL_DATA_NOT_TAKEN.because(
          name, "Expected what people tell of themselves, but " + name + " is not");
    }
  }

  private void requireAsked(String field, Purpose purpose) {
    if (!forms.isEmpty() && forms.stream().noneMatch(form -> register.takes(form, purpose))) {
      throw RequestRejection.PERSONAL_DATA_NOT_TAKEN.because(
          field, "Expected a purpose for which this form asks, but not for " + purpose.key());
    }
  }

  /** What is told, each purpose once, in the order in which they were named. */
  List<Part> parts() {
    return List.copyOf(parts.values());
  }

  /** The address that was told; missing for none. */
  Optional<PersonalValue> email() {
    return Optional.ofNullable(values.get(PersonalField.EMAIL));
  }

  /** What was answered; nothing where nothing is told by which the person would be known. */
  List<AnswerTo> answers() {
    return parts.isEmpty() ? List.of() : List.copyOf(answers);
  }

  private void answerAll() {
    List<ConsentWish> consents = wish.consents() == null ? List.of() : wish.consents();
    Set<PurposeKey> seen = new LinkedHashSet<>();
    for (int i = 0; i < consents.size(); i++) {
      ConsentWish one = consents.get(i);
      String field = "consents[" + i + "]";
      PurposeDeclared declared = declared(field + ".purpose", one.purpose());
      if (!seen.add(one.purpose())) {
        throw Problem.invalid(field + ".purpose", "Expected each purpose once, but one repeats")
            .exception();
      }
      Purpose purpose = declared.purpose();
      requireAsked(field + ".purpose", purpose);
      if (!purpose.asksForConsent() && !purpose.isOptOut()) {
        throw refused(
            field + ".purpose",
            PrivacyRejection.NOT_BY_CONSENT,
            "Expected a purpose that rests on consent, but " + one.purpose() + " does not");
      }
      answers.add(new AnswerTo(declared, notice(field + ".notice", declared, one), one.given()));
    }
    for (int i = 0; i < consents.size(); i++) {
      AnswerTo answer = answers.get(i);
      if (answer.isGiven()) {
        agreed("consents[" + i + "]", answer);
      }
    }
  }

  /**
   * Who says yes tells what is needed for it, as far as it tells it at all; whoever only does not
   * say no need not tell anything.
   */
  private void agreed(String field, AnswerTo answer) {
    Map<PersonalField, PersonalValue> needed = new EnumMap<>(PersonalField.class);
    for (PersonalField one : answer.purpose().purpose().fields()) {
      if (values.containsKey(one)) {
        needed.put(one, values.get(one));
      }
    }
    if (needed.isEmpty() && answer.purpose().purpose().isOptOut()) {
      return;
    }
    if (needed.isEmpty()) {
      throw Problem.invalid(
              field,
              "Expected one of "
                  + answer.purpose().purpose().fields().stream().map(PersonalField::key).toList()
                  + ", without which nothing can be agreed to, but there is none")
          .exception();
    }
    parts.put(
        answer.purpose().purpose().key(), new Part(answer.purpose(), answer.notice(), needed));
  }

  private void captureAll() {
    Map<String, List<CaptureWish>> captures = wish.captures() == null ? Map.of() : wish.captures();
    Set<PersonalField> named = new LinkedHashSet<>();
    for (Map.Entry<String, List<CaptureWish>> each : captures.entrySet()) {
      PersonalField field = ToldValues.field("captures", each.getKey());
      PersonalValue value = values.get(field);
      if (value == null) {
        throw Problem.invalid(
                "captures." + field.key(),
                "Expected " + ToldValues.at(path, field.key()) + " to be told, but it is not")
            .exception();
      }
      for (CaptureWish one : each.getValue()) {
        capture(field, value, one);
        named.add(field);
      }
    }
    parts.values().forEach(part -> named.addAll(part.values().keySet()));
    for (PersonalField field : values.keySet()) {
      if (!named.contains(field)) {
        String name = ToldValues.at(path, field.key());
        throw RequestRejection.PERSONAL_DATA_NOT_TAKEN.because(
            name,
            "Expected a purpose and a notice for " + name + " under captures, but there is none");
      }
    }
  }

  private void capture(PersonalField field, PersonalValue value, CaptureWish one) {
    String name = ToldValues.at(path, field.key());
    PrivacyRejection refusal = register.refusal(field, one.purpose(), one.notice());
    if (refusal != null) {
      throw refused(
          name,
          refusal,
          "Expected a declared purpose that needs %s, and its notice, but of %s: %s"
              .formatted(name, one.purpose(), refusal));
    }
    PurposeDeclared declared = declared(name, one.purpose());
    requireAsked(name, declared.purpose());
    boolean isAsked = declared.purpose().asksForConsent() || declared.purpose().isOptOut();
    if (!isAsked || parts.containsKey(one.purpose())) {
      add(name, declared, register.notice(one.notice()).orElseThrow(), field, value);
    }
  }

  private void add(
      String name,
      PurposeDeclared declared,
      NoticePublished notice,
      PersonalField field,
      PersonalValue value) {
    Part known = parts.get(declared.purpose().key());
    if (known != null && !known.notice().equals(notice)) {
      throw Problem.invalid(
              name, "Expected one notice for " + declared.purpose().key() + ", but there are two")
          .exception();
    }
    Map<PersonalField, PersonalValue> told =
        known == null ? new EnumMap<>(PersonalField.class) : new EnumMap<>(known.values());
    told.put(field, value);
    parts.put(declared.purpose().key(), new Part(declared, notice, told));
  }

  private PurposeDeclared declared(String field, PurposeKey key) {
    PurposeDeclared declared = register.purpose(key);
    if (declared == null) {
      throw refused(
          field,
          PrivacyRejection.PURPOSE_NOT_DECLARED,
          "Expected a declared purpose, but " + key + " is none");
    }
    return declared;
  }

  private NoticePublished notice(String field, PurposeDeclared declared, ConsentWish one) {
    NoticeVersionId id = one.notice();
    @Nullable NoticePublished notice = register.notice(id).orElse(null);
    PrivacyRejection refusal = notice == null ? PrivacyRejection.UNKNOWN_NOTICE : null;
    if (notice != null && !notice.purpose().equals(one.purpose())) {
      refusal = PrivacyRejection.NOTICE_OF_ANOTHER_PURPOSE;
    } else if (notice != null && notice.purposeVersion() != declared.version()) {
      refusal = PrivacyRejection.NOTICE_OUTDATED;
    }
    if (notice == null || refusal != null) {
      throw refused(
          field,
          refusal == null ? PrivacyRejection.UNKNOWN_NOTICE : refusal,
          "Expected a notice of " + one.purpose() + " as it stands, but " + id + " is none");
    }
    return notice;
  }

  private static ProblemException refused(String field, PrivacyRejection code, String detail) {
    return Problem.refused(code, detail)
        .withViolations(List.of(new Violation(field, detail)))
        .exception();
  }
}
