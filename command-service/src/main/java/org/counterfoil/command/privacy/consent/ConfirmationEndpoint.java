package org.counterfoil.command.privacy.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.consent.Confirmations.Waiting;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ConfirmConsent;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets whoever has an address confirm what was agreed to with it. Counterfoil sends no mail: the
 * organisation's own mailer asks whom to write to, and each comes with the token of its link.
 */
@RestController
@Tag(name = "Personal data")
final class ConfirmationEndpoint {

  private final Confirmations confirmations;
  private final Registers registers;
  private final PeopleHistory history;
  private final Reading reading;
  private final Secrets secrets;

  ConfirmationEndpoint(
      Confirmations confirmations,
      Registers registers,
      PeopleHistory history,
      Reading reading,
      Secrets secrets) {
    this.confirmations = confirmations;
    this.registers = registers;
    this.history = history;
    this.reading = reading;
    this.secrets = secrets;
  }

  /**
   * Whom to ask.
   *
   * @param nextCursor where to go on; {@code null}, and then said so, at the end
   */
  record WaitingList(
      List<AskedOne> items, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

  /**
   * Somebody to ask, once.
   *
   * @param askedAt when the address was typed
   * @param endsAt until when it can be confirmed; then it goes
   * @param language of what was shown
   * @param confirmationToken for the link: {@code /confirmations#<token>}
   */
  record AskedOne(
      DataSubjectId subjectId,
      String email,
      PurposeKey purpose,
      Instant askedAt,
      Instant endsAt,
      LanguageTag language,
      String confirmationToken) {
    @Override
    public String toString() {
      return "AskedOne[" + subjectId + "]";
    }
  }

  /** Who confirms, by the token that it was sent. */
  record ConfirmationWish(String token) {}

  /**
   * What is agreed to, now or before.
   *
   * @param withdrawalToken by which it is taken back
   */
  record Confirmed(List<PurposeKey> purposes, String withdrawalToken) {}

  @GetMapping("/api/v1/privacy/{organisationId}/confirmations")
  @Operation(
      summary = "Whom to send a link by which it confirms what was agreed to with its address",
      description =
          "For the organisation's mailer, which writes to each once: to those asked after a time, such"
              + " as that of the last one it wrote to. Recorded as a disclosure before it is told. What"
              + " is not confirmed in seven days goes. limit is how many people are looked at, of whom"
              + " a page has those who wait: go on while there is a nextCursor.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "The oldest first",
      content = @Content(schema = @Schema(implementation = WaitingList.class)))
  ResponseEntity<byte[]> waiting(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) Optional<Instant> after,
      PageRequest page,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    DisclosureReason reason = reading.reasonOf(exchange);
    Page<Waiting> read = confirmations.of(organisationId, page);
    List<Waiting> waiting =
        read.items().stream()
            .filter(one -> after.isEmpty() || one.asked().at().isAfter(after.get()))
            .toList();
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisationId)
            .submit(
                reading.of(
                    organisationId,
                    DisclosureKind.LIST,
                    reason,
                    waiting.stream().map(one -> one.member().id()).distinct().toList(),
                    waiting.stream().map(Waiting::purpose).distinct().toList(),
                    List.of(PersonalField.EMAIL),
                    null),
                events -> Answers.noContent());
    WaitingList list =
        new WaitingList(
            waiting.stream().map(one -> asked(organisationId, one)).toList(), read.nextCursor());
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(list));
  }

  private AskedOne asked(OrganisationId organisation, Waiting one) {
    NoticePublished notice =
        registers.of(organisation).notice(one.asked().noticeVersionId()).orElseThrow();
    return new AskedOne(
        one.member().id(),
        confirmations.address(organisation, one).value(),
        one.purpose(),
        one.asked().at(),
        one.asked().endsAt(),
        notice.language(),
        secrets.confirmation(one.member().id()));
  }

  @PostMapping("/api/v1/privacy/confirmations")
  @Operation(
      summary = "Confirm by the link that was sent what was agreed to with the address",
      description =
          "The consent is given when it is confirmed. Repeating it changes nothing. 404"
              + " NOTHING_TO_CONFIRM for whatever is no such token, was answered otherwise since, or"
              + " is too old.")
  ResponseEntity<byte[]> confirm(@RequestBody Sent<ConfirmationWish> sent, Exchange exchange) {
    DataSubjectId subject = secrets.readConfirmation(sent.value().token());
    Member member =
        Optional.ofNullable(subject).flatMap(history::member).orElseThrow(() -> nothing());
    OrganisationId organisation = member.state().organisationId().orElseThrow(() -> nothing());
    Person person = history.of(organisation, member.id());
    List<PurposeKey> agreed =
        member.state().agreedTo().stream().filter(person.whole().agreedTo()::contains).toList();
    List<SubjectCommand> commands =
        member.state().unconfirmed().keySet().stream()
            .sorted()
            .filter(purpose -> confirmations.isOpen(person, member, purpose))
            .<SubjectCommand>map(purpose -> new ConfirmConsent(organisation, member.id(), purpose))
            .toList();
    String withdrawal = secrets.withdrawal(member.id());
    if (commands.isEmpty()) {
      if (agreed.isEmpty()) {
        throw nothing();
      }
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .body(DomainJson.mapper().writeValueAsBytes(new Confirmed(agreed, withdrawal)));
    }
    List<PurposeKey> confirmed =
        commands.stream().map(command -> ((ConfirmConsent) command).purpose()).toList();
    return exchange
        .in(organisation)
        .with(sent)
        .by(new Actor(Actor.Kind.BUYER, member.id().value()))
        .shownBy(member.id().toString())
        .submit(
            new RecordPeople(null, commands),
            events -> Answers.ok(new Confirmed(confirmed, withdrawal)));
  }

  private static ProblemException nothing() {
    return Problem.refused(
            PrivacyRejection.NOTHING_TO_CONFIRM,
            "Expected the token of something to confirm, but there is nothing")
        .exception();
  }
}
