package org.counterfoil.command.privacy.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.register.NoticeTexts;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says to whoever opens a link who asks, and for what: nobody agrees to what is not named (Art.
 * 4(11) GDPR).
 */
@RestController
@Tag(name = "Personal data")
final class LinkEndpoint {

  private final Secrets secrets;
  private final PeopleHistory history;
  private final Directory directory;
  private final Registers registers;

  LinkEndpoint(Secrets secrets, PeopleHistory history, Directory directory, Registers registers) {
    this.secrets = secrets;
    this.history = history;
    this.directory = directory;
    this.registers = registers;
  }

  /** In which language it says so. */
  enum LinkLanguage {
    FR,
    EN
  }

  /** The token of a link that was sent. */
  record LinkWish(String token, @Schema(example = "FR") LinkLanguage language) {}

  /**
   * What a link is about.
   *
   * @param purposes what waits for a yes, or what was agreed to
   */
  record Link(PublicLabel controller, List<PublicLabel> purposes) {}

  @PostMapping("/api/v1/privacy/links")
  @Operation(
      summary = "Whose link it is, and for what",
      description =
          "For the pages behind links that confirm or end something. Changes nothing. 404 for"
              + " whatever is no such token.")
  ResponseEntity<Link> about(@RequestBody Sent<LinkWish> sent) {
    LinkWish wish = sent.value();
    DataSubjectId toConfirm = secrets.readConfirmation(wish.token());
    DataSubjectId toEnd = secrets.readWithdrawal(wish.token());
    Member member =
        Optional.ofNullable(toConfirm == null ? toEnd : toConfirm)
            .flatMap(history::member)
            .orElseThrow(LinkEndpoint::unknown);
    OrganisationId organisation =
        member.state().organisationId().orElseThrow(LinkEndpoint::unknown);
    List<PurposeKey> purposes =
        toConfirm == null
            ? member.state().agreedTo()
            : member.state().unconfirmed().keySet().stream().sorted().toList();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new Link(
                directory.organisation(organisation).name(),
                names(registers.of(organisation), purposes, wish.language())));
  }

  private static List<PublicLabel> names(
      Register register, List<PurposeKey> purposes, LinkLanguage language) {
    NoticeTexts texts =
        NoticeTexts.in(
            new LanguageTag(
                switch (language) {
                  case FR -> "fr";
                  case EN -> "en";
                }));
    return purposes.stream()
        .flatMap(key -> Optional.ofNullable(register.purpose(key)).stream())
        .map(declared -> texts.nameOf(declared.purpose()))
        .toList();
  }

  private static ProblemException unknown() {
    return Problem.of(
            ProblemCode.NOT_FOUND, "Expected the token of a link that was sent, but it is not")
        .exception();
  }
}
