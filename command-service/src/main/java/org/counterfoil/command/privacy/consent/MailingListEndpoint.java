package org.counterfoil.command.privacy.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.consent.MailingLists.Listed;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists whom a purpose of marketing may write to at this moment, and nobody else. */
@RestController
@Tag(name = "Personal data")
final class MailingListEndpoint {

  /** A list is there to write to people; who looks after it may check it. */
  private static final Set<DisclosureReason> REASONS =
      Set.of(DisclosureReason.MAILING, DisclosureReason.AUDIT, DisclosureReason.LEGAL_OBLIGATION);

  private final MailingLists lists;
  private final Registers registers;
  private final Reading reading;
  private final Secrets secrets;

  MailingListEndpoint(MailingLists lists, Registers registers, Reading reading, Secrets secrets) {
    this.lists = lists;
    this.registers = registers;
    this.reading = reading;
    this.secrets = secrets;
  }

  /**
   * Which list.
   *
   * @param recipient who else gets it, by name or category; nobody where missing
   */
  record MailingWish(
      @Schema(example = "newsletter") PurposeKey purpose, @Nullable PublicLabel recipient) {}

  /**
   * Whom to write to.
   *
   * @param nextCursor where to go on; {@code null}, and then said so, at the end
   */
  record MailingList(
      List<Addressee> items,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}

  /**
   * Somebody to write to.
   *
   * @param withdrawalToken for the link by which it is written to no more
   */
  record Addressee(DataSubjectId subjectId, String email, String withdrawalToken) {
    @Override
    public String toString() {
      return "Addressee[" + subjectId + "]";
    }
  }

  @PostMapping("/api/v1/privacy/{organisationId}/mailing-lists")
  @Operation(
      summary = "Everybody who may be written to for a purpose, now",
      description =
          "Exactly those whose consent is in force; for marketing to one's own buyers those who"
              + " were asked when they bought, and did not say no then or since. What was said last"
              + " counts, by whoever is known to be the same person or reads the same address, which"
              + " is there once. Nobody whose data are restricted. Recorded as a disclosure before it"
              + " is told. Each comes with the token of its link to end it. limit is how many people"
              + " are looked at, of whom a page has those who may be written to: go on while there is"
              + " a nextCursor.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(implementation = MailingList.class)))
  ResponseEntity<byte[]> list(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<MailingWish> sent,
      PageRequest page,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    DisclosureReason reason = reading.reasonOf(exchange, REASONS);
    MailingWish wish = sent.value();
    Purpose purpose = marketing(organisationId, wish.purpose());
    Page<Listed> found = lists.of(organisationId, purpose, page);
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisationId)
            .anew()
            .submit(
                reading.of(
                    organisationId,
                    DisclosureKind.LIST,
                    reason,
                    found.items().stream().map(one -> one.member().id()).toList(),
                    List.of(purpose.key()),
                    List.of(PersonalField.EMAIL),
                    wish.recipient()),
                events -> Answers.noContent());
    MailingList list =
        new MailingList(found.items().stream().map(this::addressee).toList(), found.nextCursor());
    return ResponseEntity.ok()
        .headers(recorded.getHeaders())
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(list));
  }

  private Purpose marketing(OrganisationId organisation, PurposeKey key) {
    PurposeDeclared declared = registers.of(organisation).purpose(key);
    if (declared == null || !declared.purpose().dpvPurpose().isMarketing()) {
      throw Problem.refused(
              PrivacyRejection.PURPOSE_NOT_DECLARED,
              "Expected a declared purpose of marketing, but " + key + " is none")
          .exception();
    }
    return declared.purpose();
  }

  private Addressee addressee(Listed one) {
    DataSubjectId id = one.member().id();
    return new Addressee(id, one.address().value(), secrets.withdrawal(id));
  }
}
