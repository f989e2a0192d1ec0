package org.counterfoil.command.privacy.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.Purpose;

/** Writes the notice of a built-in purpose, in one language. */
final class BuiltInNotice {

  private final NoticeTexts texts;

  BuiltInNotice(NoticeTexts texts) {
    this.texts = texts;
  }

  /**
   * The whole notice of a built-in purpose: all that Art. 13(1) and (2) GDPR ask for, as far as the
   * register says it.
   */
  String of(Purpose purpose, ControllerContacts controller) {
    String key = purpose.key().value();
    String fields =
        purpose.fields().stream()
            .map(field -> message("field." + field.name()))
            .collect(Collectors.joining(message("and")));
    List<String> sentences =
        List.of(
            message("asks").replace("{fields}", fields).replace("{for}", message("for." + key)),
            reached(controller),
            message("basis." + purpose.lawfulBasis().value()),
            purpose.lawfulBasis().equals(LawfulBasis.LEGITIMATE_INTEREST)
                ? message("interest." + key)
                : "",
            purpose.asksForConsent() ? message("consent") : message(need(purpose)),
            texts.orNothing("more." + key),
            recipients(purpose, controller),
            message("kept").replace("{period}", texts.period(purpose.retention())),
            rights(purpose, controller),
            objection(purpose));
    return sentences.stream()
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining("\n"))
        .replace("{controller}", controller.name().value());
  }

  /** What happens to whoever does not tell it, Art. 13(2)(e). */
  private static String need(Purpose purpose) {
    if (purpose.lawfulBasis().equals(LawfulBasis.LEGAL_OBLIGATION)) {
      return "need.law";
    }
    return purpose.isRequired() ? "need.required" : "need.none";
  }

  private String reached(ControllerContacts controller) {
    String contact =
        controller.contact() == null
            ? ""
            : message("reached")
                .replace(
                    "{address}",
                    controller.address() == null ? "" : ", " + controller.address().value())
                .replace("{contact}", controller.contact().value());
    String officer =
        controller.dpoContact() == null
            ? ""
            : message("officer").replace("{contact}", controller.dpoContact().value());
    return contact.isEmpty() || officer.isEmpty() ? contact + officer : contact + " " + officer;
  }

  private String recipients(Purpose purpose, ControllerContacts controller) {
    String named =
        purpose.recipients().stream().map(PublicLabel::value).collect(Collectors.joining(", "));
    String abroad =
        controller.transfers().stream().map(this::transfer).collect(Collectors.joining(", "));
    if (named.isEmpty() && abroad.isEmpty()) {
      return message("recipients.none");
    }
    return Stream.of(
            named.isEmpty() ? "" : message("recipients.some").replace("{recipients}", named),
            abroad.isEmpty() ? "" : message("recipients.abroad").replace("{recipients}", abroad))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String transfer(ThirdCountryTransfer one) {
    return "%s (%s, %s)"
        .formatted(one.recipient(), one.country(), message("safeguard." + one.safeguard().name()));
  }

  /** What may be asked for: erasure, portability and objection only where the basis allows it. */
  private String rights(Purpose purpose, ControllerContacts controller) {
    LawfulBasis basis = purpose.lawfulBasis();
    List<String> rights = new ArrayList<>(List.of("access", "rectification"));
    if (!basis.equals(LawfulBasis.LEGAL_OBLIGATION)) {
      rights.add("erasure");
    }
    rights.add("restriction");
    if (basis.equals(LawfulBasis.CONSENT) || basis.equals(LawfulBasis.CONTRACT)) {
      rights.add("portability");
    }
    String all =
        rights.stream().map(one -> message("right." + one)).collect(Collectors.joining(", "));
    String will =
        controller.country().value().equals("FR") ? " " + message("right.afterDeath") : "";
    return message("rights").replace("{rights}", all)
        + will
        + " "
        + texts.complaint(controller.country());
  }

  /** Said apart from all else, Art. 21(4). */
  private String objection(Purpose purpose) {
    if (purpose.dpvPurpose().isMarketing()) {
      return message("object.marketing");
    }
    return purpose.lawfulBasis().isOpenToObjection() ? message("object.situation") : "";
  }

  private String message(String key) {
    return texts.message(key);
  }
}
