package org.counterfoil.command.privacy.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Text;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes;
import org.counterfoil.domain.privacy.register.RegisterCommand.DeclarePurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.PublishNotice;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Declares purposes, publishes notices, and adopts those that are built in. */
@RestController
@Tag(name = "Personal data")
final class PurposeEndpoint {

  private static final String PRIVACY = "/api/v1/privacy/{organisationId}";

  /** Some ten pages. */
  private static final int LONGEST_NOTICE = 30_000;

  private final TimeOrderedIds ids;
  private final Controllers controllers;
  private final Registers registers;
  private final Notices notices;
  private final BuiltInPurposes builtIn;

  PurposeEndpoint(
      TimeOrderedIds ids,
      Controllers controllers,
      Registers registers,
      Notices notices,
      BuiltInPurposes builtIn) {
    this.ids = ids;
    this.controllers = controllers;
    this.registers = registers;
    this.notices = notices;
    this.builtIn = builtIn;
  }

  /**
   * A purpose to be declared, or declared anew.
   *
   * @param dpvPurpose its term in the Data Privacy Vocabulary
   * @param required whether what it is for cannot be had without it; false where missing
   */
  record PurposeWish(
      @Schema(example = "ticket-delivery") PurposeKey key,
      @Schema(example = "Envoi des billets") PublicLabel name,
      @Schema(example = "CustomerOrderManagement") String dpvPurpose,
      @Schema(example = "A6-1-b") LawfulBasis lawfulBasis,
      @Nullable SpecialCategoryCondition specialCategoryCondition,
      List<PersonalField> fields,
      @Nullable List<PublicLabel> recipients,
      Retention retention,
      @Nullable Boolean required) {

    Purpose purpose() {
      return new Purpose(
          key,
          name,
          DpvPurpose.of(dpvPurpose),
          lawfulBasis,
          specialCategoryCondition,
          fields,
          recipients == null ? List.of() : recipients,
          retention,
          Boolean.TRUE.equals(required));
    }
  }

  /**
   * A purpose as it stands.
   *
   * @param version from 1; a purpose that is declared anew needs new notices
   */
  record DeclaredPurpose(PurposeKey key, int version) {}

  /** The exact text that people are to be shown. */
  record NoticeWish(
      @Schema(example = "ticket-delivery") PurposeKey purpose,
      @Schema(example = "fr") LanguageTag language,
      String text) {}

  /** What was published; it never changes. */
  record PublishedNotice(NoticeVersionId noticeVersionId, NoticeHash sha256) {}

  /**
   * Which built-in purposes to adopt.
   *
   * @param purposes their keys; all where missing
   * @param language of their names; French where missing. Notices are in French and English
   * @param publicBody whether it is a public body, for which fraud prevention is a public task
   */
  record AdoptionWish(
      @Nullable List<PurposeKey> purposes,
      @Schema(example = "fr") @Nullable LanguageTag language,
      @Nullable Boolean publicBody) {}

  /**
   * Those that were new; what was declared by the same name stayed as it is.
   *
   * @param missing what the new notices ought to say, and the register did not: {@code contact},
   *     {@code dpoContact}
   */
  record Adopted(List<DeclaredPurpose> purposes, List<String> missing) {}

  @PostMapping(PRIVACY + "/purposes")
  @Operation(
      summary = "Declare a purpose for which personal data are processed, or declare it anew",
      description =
          "Nothing is captured for what is not declared, and no field that it does not name. Who"
              + " declares it anew publishes new notices: those of the version before are outdated."
              + " 400 PURPOSE_WITHOUT_FIELDS, CONDITION_MISSING, CONSENT_NOT_FREE.")
  @ApiResponse(
      responseCode = "201",
      description = "Declared",
      content = @Content(schema = @Schema(implementation = DeclaredPurpose.class)))
  ResponseEntity<byte[]> declare(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<PurposeWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    Purpose purpose = sent.value().purpose();
    EventSize.check("recipients", purpose);
    Register register = registers.of(organisationId);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new DeclarePurpose(organisationId, purpose),
            events ->
                Answers.created(
                    new DeclaredPurpose(
                        purpose.key(), versionOf(purpose.key(), events, register))));
  }

  /** Where nothing changed, it is as it was. */
  private static int versionOf(PurposeKey key, List<Event> events, Register before) {
    if (!events.isEmpty() && events.getFirst() instanceof PurposeDeclared declared) {
      return declared.version();
    }
    PurposeDeclared known = before.purpose(key);
    return known == null ? 1 : known.version();
  }

  @PostMapping(PRIVACY + "/notices")
  @Operation(
      summary = "Publish the exact text that people are shown when they are asked",
      description =
          "It tells of the purpose as it stands, is kept under the SHA-256 of its UTF-8, and never"
              + " changes; another text is another notice.")
  @ApiResponse(
      responseCode = "201",
      description = "Published",
      content = @Content(schema = @Schema(implementation = PublishedNotice.class)))
  ResponseEntity<byte[]> publish(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<NoticeWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    NoticeWish wish = sent.value();
    requireText(wish.text());
    NoticeVersionId id = new NoticeVersionId(ids.next());
    NoticeHash hash = notices.keep(wish.text());
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new PublishNotice(organisationId, id, wish.purpose(), wish.language(), hash),
            events -> Answers.created(new PublishedNotice(id, hash)));
  }

  private static void requireText(String text) {
    if (text.isBlank() || text.length() > LONGEST_NOTICE) {
      throw Problem.invalid(
              "text",
              "Expected 1 to " + LONGEST_NOTICE + " characters, but it has " + text.length())
          .exception();
    }
    if (!text.lines().allMatch(Text::isPlain)) {
      throw Problem.invalid("text", "Expected lines without control characters, but there are some")
          .exception();
    }
  }

  @PostMapping(PRIVACY + "/defaults")
  @Operation(
      summary = "Adopt purposes that are built in, each with a notice in French and in English",
      description =
          "What was declared by the same name stays as it is. Whoever adopts them answers for them:"
              + " read the texts, and publish better ones where they do not fit. A notice never"
              + " changes: say first who answers for the data and how it is reached (PUT"
              + " …/controller), or the texts cannot say it (Art. 13(1)(a) and (b) GDPR); the answer"
              + " names under missing what they do not say.")
  @ApiResponse(
      responseCode = "200",
      description = "Adopted",
      content = @Content(schema = @Schema(implementation = Adopted.class)))
  ResponseEntity<byte[]> adopt(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<AdoptionWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    AdoptionWish wish = sent.value();
    ControllerContacts controller = controllers.of(organisationId);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(
            new AdoptPurposes(
                organisationId,
                builtIn.adopted(
                    wish.purposes(),
                    wish.language() == null ? new LanguageTag("fr") : wish.language(),
                    Boolean.TRUE.equals(wish.publicBody()),
                    controller)),
            events ->
                Answers.ok(
                    new Adopted(
                        events.stream()
                            .map(RegisterEvent.class::cast)
                            .filter(PurposeDeclared.class::isInstance)
                            .map(PurposeDeclared.class::cast)
                            .map(one -> new DeclaredPurpose(one.purpose().key(), one.version()))
                            .toList(),
                        missing(controller))));
  }

  private static List<String> missing(ControllerContacts controller) {
    List<String> missing = new ArrayList<>();
    if (controller.contact() == null) {
      missing.add("contact");
    }
    if (controller.dpoContact() == null) {
      missing.add("dpoContact");
    }
    return missing;
  }
}
