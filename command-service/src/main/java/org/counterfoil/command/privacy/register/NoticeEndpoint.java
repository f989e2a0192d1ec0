package org.counterfoil.command.privacy.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.Retention;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know before telling anything: purposes, and the texts that tell of them. */
@RestController
@Tag(name = "Personal data")
final class NoticeEndpoint {

  private static final LanguageTag FRENCH = new LanguageTag("fr");
  private static final LanguageTag ENGLISH = new LanguageTag("en");

  private final CurrentAnswer current;
  private final Directory directory;
  private final Registers registers;
  private final Notices notices;

  NoticeEndpoint(CurrentAnswer current, Directory directory, Registers registers, Notices notices) {
    this.current = current;
    this.directory = directory;
    this.registers = registers;
    this.notices = notices;
  }

  /** Purposes as they stand. */
  record ShownPurposes(List<ShownPurpose> items) {}

  /**
   * A purpose as it stands, with the texts that tell of it.
   *
   * @param dpvPurpose its term in the Data Privacy Vocabulary
   * @param basis in words
   * @param fields that are asked for it, as forms call them
   * @param kept how long, in words
   * @param consent whether the person is asked for a yes
   */
  record ShownPurpose(
      PurposeKey key,
      int version,
      PublicLabel name,
      @Schema(example = "DirectMarketing") String dpvPurpose,
      LawfulBasis lawfulBasis,
      String basis,
      List<String> fields,
      List<PublicLabel> recipients,
      Retention retention,
      String kept,
      boolean required,
      boolean consent,
      List<ShownNotice> notices) {}

  /** A text, exactly as it was published. */
  record ShownNotice(
      NoticeVersionId noticeVersionId, LanguageTag language, NoticeHash sha256, String text) {}

  @GetMapping("/api/v1/privacy/{organisationId}/notices")
  @Operation(
      summary = "Why an organisation asks for personal data, and the texts to show beside a field",
      description =
          "For whoever makes a form. Texts in one language, where one is chosen; basis and how long"
              + " in it as well, where it is fr, or else in English.")
  ResponseEntity<ShownPurposes> notices(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable LanguageTag language) {
    directory.organisation(organisationId);
    return current.of(
        () -> {
          Register register = registers.of(organisationId);
          return new ShownPurposes(
              register.purposes().stream()
                  .map(purpose -> shown(purpose, register, language))
                  .toList());
        });
  }

  private ShownPurpose shown(
      PurposeDeclared declared, Register register, @Nullable LanguageTag language) {
    Purpose purpose = declared.purpose();
    NoticeTexts words = NoticeTexts.in(FRENCH.equals(language) ? FRENCH : ENGLISH);
    List<NoticePublished> published =
        register.noticesOf(purpose.key()).stream()
            .filter(notice -> language == null || notice.language().equals(language))
            .toList();
    return new ShownPurpose(
        purpose.key(),
        declared.version(),
        language == null ? purpose.name() : words.nameOf(purpose),
        purpose.dpvPurpose().term(),
        purpose.lawfulBasis(),
        words.message("basis." + purpose.lawfulBasis().value()),
        purpose.fields().stream().map(PersonalField::key).toList(),
        purpose.recipients(),
        purpose.retention(),
        words.period(purpose.retention()),
        purpose.isRequired(),
        purpose.asksForConsent(),
        published.stream()
            .map(
                notice ->
                    new ShownNotice(
                        notice.noticeVersionId(),
                        notice.language(),
                        notice.hash(),
                        notices.text(notice.hash())))
            .toList());
  }
}
