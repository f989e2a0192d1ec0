package org.counterfoil.command.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.imports.ImportMapping.ConsentColumns;
import org.counterfoil.command.privacy.capture.ToldWish.CaptureWish;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.http.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of which each column is for a declared purpose that needs it, under a notice of that
 * purpose as it stands; anything else is refused by name, before a line is read.
 *
 * @param columns the column of each field
 */
record CheckedMapping(
    ImportMapping wish,
    Map<PersonalField, String> columns,
    List<MappedCapture> captures,
    List<MappedConsent> consents) {

  static final String HEADER = "Import-Mapping";

  CheckedMapping {
    columns = Map.copyOf(columns);
    captures = List.copyOf(captures);
    consents = List.copyOf(consents);
  }

  static CheckedMapping of(ImportMapping wish, Register register) {
    Map<PersonalField, String> columns = new EnumMap<>(PersonalField.class);
    wish.fields().forEach((name, column) -> columns.put(field("fields", name), column));
    if (columns.isEmpty()) {
      throw invalid("fields", "Expected the column of a field, but there is none");
    }
    if (wish.reference() == null && !columns.containsKey(PersonalField.EMAIL)) {
      throw invalid("reference", "Expected a reference or an e-mail address, but there is neither");
    }
    List<MappedCapture> captures = captures(wish, columns, register);
    List<MappedConsent> consents = consents(wish, columns, register);
    Set<PersonalField> used = EnumSet.noneOf(PersonalField.class);
    captures.forEach(one -> used.addAll(one.fields()));
    consents.forEach(one -> used.addAll(one.fields()));
    for (PersonalField field : columns.keySet()) {
      if (!used.contains(field)) {
        throw RequestRejection.PERSONAL_DATA_NOT_TAKEN.because(
            HEADER + ".fields." + field.key(),
            "Expected a purpose and a notice for " + field.key() + ", but there is none");
      }
    }
    return new CheckedMapping(wish, columns, captures, consents);
  }

  private static List<MappedCapture> captures(
      ImportMapping wish, Map<PersonalField, String> columns, Register register) {
    Map<PurposeKey, MappedCapture> captures = new LinkedHashMap<>();
    Map<String, List<CaptureWish>> wished = wish.captures() == null ? Map.of() : wish.captures();
    for (Map.Entry<String, List<CaptureWish>> each : wished.entrySet()) {
      PersonalField field = field("captures", each.getKey());
      String path = "captures." + field.key();
      if (!columns.containsKey(field)) {
        throw invalid(path, "Expected a column of it under fields, but there is none");
      }
      for (CaptureWish one : each.getValue()) {
        refuse(path, register.refusal(field, one.purpose(), one.notice()));
        PurposeDeclared purpose = declared(path, register, one.purpose());
        if (purpose.purpose().asksForConsent()) {
          throw invalid(path, "Expected a purpose that asks for consent under consents alone");
        }
        NoticePublished notice = register.notice(one.notice()).orElseThrow();
        captures.merge(
            one.purpose(),
            new MappedCapture(purpose, notice, List.of(field)),
            (known, more) -> joined(path, known, more));
      }
    }
    return List.copyOf(captures.values());
  }

  private static MappedCapture joined(String path, MappedCapture known, MappedCapture more) {
    if (!known.notice().equals(more.notice())) {
      throw invalid(path, "Expected one notice for each purpose, but there are two");
    }
    List<PersonalField> fields = new ArrayList<>(known.fields());
    fields.addAll(more.fields());
    return new MappedCapture(known.purpose(), known.notice(), fields.stream().distinct().toList());
  }

  private static List<MappedConsent> consents(
      ImportMapping wish, Map<PersonalField, String> columns, Register register) {
    Map<PurposeKey, MappedConsent> consents = new LinkedHashMap<>();
    List<ConsentColumns> wished = wish.consents() == null ? List.of() : wish.consents();
    for (int i = 0; i < wished.size(); i++) {
      ConsentColumns one = wished.get(i);
      String path = "consents[" + i + "]";
      PurposeDeclared purpose = declared(path + ".purpose", register, one.purpose());
      if (!purpose.purpose().asksForConsent()) {
        refuse(path + ".purpose", PrivacyRejection.NOT_BY_CONSENT);
      }
      List<PersonalField> fields =
          purpose.purpose().fields().stream().filter(columns::containsKey).toList();
      if (fields.isEmpty()) {
        throw invalid(path, "Expected a column of what it needs, but there is none");
      }
      Map<String, NoticePublished> texts = new HashMap<>();
      (one.texts() == null ? Map.<String, NoticeVersionId>of() : one.texts())
          .forEach((word, id) -> texts.put(word, notice(path + ".texts", register, purpose, id)));
      NoticePublished notice =
          one.notice() == null ? null : notice(path + ".notice", register, purpose, one.notice());
      if (consents.put(one.purpose(), new MappedConsent(purpose, one, fields, notice, texts))
          != null) {
        throw invalid(path + ".purpose", "Expected each purpose once, but one repeats");
      }
    }
    return List.copyOf(consents.values());
  }

  private static NoticePublished notice(
      String path, Register register, PurposeDeclared purpose, NoticeVersionId id) {
    PersonalField any = purpose.purpose().fields().getFirst();
    refuse(path, register.refusal(any, purpose.purpose().key(), id));
    return register.notice(id).orElseThrow();
  }

  private static PurposeDeclared declared(String path, Register register, PurposeKey key) {
    PurposeDeclared declared = register.purpose(key);
    if (declared == null) {
      throw refused(path, PrivacyRejection.PURPOSE_NOT_DECLARED);
    }
    return declared;
  }

  private static PersonalField field(String path, String name) {
    return PersonalField.of(name)
        .orElseThrow(
            () -> invalid(path, "Expected fields such as email or name, but one is neither"));
  }

  private static void refuse(String path, @Nullable PrivacyRejection refusal) {
    if (refusal != null) {
      throw refused(path, refusal);
    }
  }

  private static ProblemException refused(String path, PrivacyRejection code) {
    String field = HEADER + "." + path;
    String detail =
        "Expected a declared purpose that needs it, and its notice, but of " + field + ": " + code;
    return Problem.refused(code, detail)
        .withViolations(List.of(new Violation(field, detail)))
        .exception();
  }

  static ProblemException invalid(String path, String message) {
    return Problem.invalid(HEADER + "." + path, message).exception();
  }
}
