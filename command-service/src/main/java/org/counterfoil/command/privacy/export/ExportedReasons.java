package org.counterfoil.command.privacy.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterfoil.command.privacy.disclosure.GivenTo;
import org.counterfoil.command.privacy.export.PersonExport.Answered;
import org.counterfoil.command.privacy.export.PersonExport.Contacts;
import org.counterfoil.command.privacy.export.PersonExport.ErasedValues;
import org.counterfoil.command.privacy.export.PersonExport.ExportedValue;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told beside its data: who answers for them, and what it may ask (Art. 15(1)).
 */
final class ExportedReasons {

  private final PersonExport export;
  private final NoticeTexts texts;
  private final ExportFormats formats;

  ExportedReasons(PersonExport export, NoticeTexts texts, ExportFormats formats) {
    this.export = export;
    this.texts = texts;
    this.formats = formats;
  }

  /** Who answers for the data, and what the person may ask. */
  void about(ExportTables page) {
    Contacts contacts = export.contacts();
    page.facts(
        "export.about",
        List.of(
            List.of(
                texts.message("export.controller"),
                contacts.address() == null
                    ? export.controller().value()
                    : export.controller() + "\n" + contacts.address()),
            List.of(texts.message("export.contact"), said(contacts.contact())),
            List.of(texts.message("export.officer"), said(contacts.dpoContact()))));
    page.paragraphs(
        "export.rights",
        List.of(
            texts.message("export.rightsText"),
            texts.message("export.machine"),
            texts.complaint(contacts.country())));
  }

  private String said(@Nullable Object contact) {
    return contact == null ? texts.message("export.unsaid") : contact.toString();
  }

  /** What is not done with them, and where they went. */
  void uses(ExportTables page) {
    Map<PurposeKey, PublicLabel> names = names();
    page.table(
        "export.objections",
        List.of("export.purpose"),
        export.objections().stream()
            .map(one -> List.of(ExportPage.name(one, names.get(one), texts)))
            .toList());
    page.table(
        "export.restrictions",
        List.of("export.reason"),
        export.restrictions().stream()
            .map(one -> List.of(texts.message("restriction." + one.name())))
            .toList());
    page.table(
        "export.given",
        List.of("export.givenTo", "export.at", "export.fields", "export.purpose"),
        export.givenTo().stream().map(one -> given(one, names)).toList());
    page.table(
        "export.transfers",
        List.of("export.givenTo", "export.country", "export.safeguard"),
        export.transfers().stream().map(this::transfer).toList());
  }

  private List<String> given(GivenTo one, Map<PurposeKey, PublicLabel> names) {
    return List.of(
        one.recipient().value(),
        formats.moment(one.at()),
        one.fields().stream()
            .map(field -> texts.message("label." + field.name()))
            .collect(Collectors.joining(", ")),
        one.purposes().stream()
            .map(purpose -> ExportPage.name(purpose, names.get(purpose), texts))
            .collect(Collectors.joining(", ")));
  }

  private List<String> transfer(ThirdCountryTransfer one) {
    return List.of(
        one.recipient().value(),
        one.country().value(),
        texts.message("safeguard." + one.safeguard().name()));
  }

  /** Each text that it was shown, once. */
  void texts(ExportTables page) {
    page.table(
        "export.notices",
        List.of("export.purpose", "export.notice"),
        export.values().stream()
            .map(
                one ->
                    List.of(ExportPage.name(one.purpose(), one.purposeName(), texts), one.notice()))
            .distinct()
            .toList());
  }

  private Map<PurposeKey, PublicLabel> names() {
    Map<PurposeKey, PublicLabel> names = new HashMap<>();
    for (ExportedValue one : export.values()) {
      note(names, one.purpose(), one.purposeName());
    }
    for (Answered one : export.consents()) {
      note(names, one.purpose(), one.purposeName());
    }
    for (ErasedValues one : export.erased()) {
      note(names, one.purpose(), one.purposeName());
    }
    return names;
  }

  private static void note(
      Map<PurposeKey, PublicLabel> names, PurposeKey purpose, @Nullable PublicLabel name) {
    if (name != null) {
      names.put(purpose, name);
    }
  }
}
