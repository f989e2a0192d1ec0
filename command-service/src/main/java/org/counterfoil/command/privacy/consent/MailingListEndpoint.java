package org.counterfoil.command.privacy.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Vault.DueKey;
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

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final Registers registers;
  private final Reading reading;
  private final Secrets secrets;

  MailingListEndpoint(
      OpenedVault vault,
      PeopleHistory history,
      Registers registers,
      Reading reading,
      Secrets secrets) {
    this.vault = vault;
    this.history = history;
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

  /** Whom to write to. */
  record MailingList(List<Addressee> items) {}

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

  private record Found(Member member, KeptField email) {}

  @PostMapping("/api/v1/privacy/{organisationId}/mailing-lists")
  @Operation(
      summary = "Everybody who may be written to for a purpose, now",
      description =
          "Exactly those whose consent is in force; for marketing to one's own buyers those who"
              + " were asked when they bought, and did not say no then or since. Nobody whose address objected since, under whichever name, and nobody"
              + " whose data are restricted. Recorded as a disclosure before it is told. Each comes"
              + " with the token of its link to end it.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "The list",
      content = @Content(schema = @Schema(implementation = MailingList.class)))
  ResponseEntity<byte[]> list(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<MailingWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    DisclosureReason reason = reading.reasonOf(exchange, REASONS);
    MailingWish wish = sent.value();
    Purpose purpose = marketing(organisationId, wish.purpose());
    List<Found> found = found(organisationId, purpose);
    ResponseEntity<byte[]> recorded =
        exchange
            .in(organisationId)
            .anew()
            .submit(
                reading.of(
                    organisationId,
                    DisclosureKind.LIST,
                    reason,
                    found.stream().map(one -> one.member().id()).toList(),
                    List.of(purpose.key()),
                    List.of(PersonalField.EMAIL),
                    wish.recipient()),
                events -> Answers.noContent());
    MailingList list =
        new MailingList(found.stream().map(one -> addressee(organisationId, one)).toList());
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

  private List<Found> found(OrganisationId organisation, Purpose purpose) {
    List<Found> found = new ArrayList<>();
    for (DueKey key : vault.get().of(organisation, purpose.key())) {
      history
          .member(key.subjectId())
          .flatMap(member -> writable(organisation, purpose, member))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<Found> writable(OrganisationId organisation, Purpose purpose, Member member) {
    Instant agreedAt = agreedAt(member, purpose);
    if (agreedAt == null
        || member.state().hasObjected(purpose.key())
        || !member.state().restrictions().isEmpty()) {
      return Optional.empty();
    }
    return member.state().fields().stream()
        .filter(kept -> kept.purpose().equals(purpose.key()))
        .filter(kept -> kept.field() == PersonalField.EMAIL)
        .map(kept -> new Found(member, kept))
        .filter(one -> !hasObjected(organisation, purpose, one, agreedAt))
        .findFirst();
  }

  /** Since when it may be written to; missing where it may not. */
  private static @Nullable Instant agreedAt(Member member, Purpose purpose) {
    if (!purpose.asksForConsent()) {
      return boughtAt(member, purpose);
    }
    if (!member.state().agreedTo().contains(purpose.key())) {
      return null;
    }
    Instant last = null;
    for (RecordedEvent recorded : member.events()) {
      if (recorded.envelope().payload() instanceof ConsentGiven given
          && given.purpose().equals(purpose.key())) {
        last = given.at();
      } else if (recorded.envelope().payload() instanceof ConsentRenewed renewed
          && renewed.purpose().equals(purpose.key())) {
        last = renewed.at();
      }
    }
    return last;
  }

  /**
   * When somebody who bought was asked whether it says no, and did not: only a sale makes it lawful
   * (Art. 13(2) of Directive 2002/58/EC), and nothing is kept for it of whoever was not asked.
   */
  private static @Nullable Instant boughtAt(Member member, Purpose purpose) {
    for (RecordedEvent recorded : member.events()) {
      if (recorded.envelope().payload() instanceof PersonalDataCaptured captured
          && captured.purpose().equals(purpose.key())
          && captured.orderId() != null) {
        return recorded.envelope().recordedAt();
      }
    }
    return null;
  }

  /**
   * Whether whoever has the address said no. A yes that came later ends that; not saying no again
   * does not.
   */
  private boolean hasObjected(
      OrganisationId organisation, Purpose purpose, Found one, Instant agreedAt) {
    return vault
        .suppressions()
        .since(organisation, PersonalField.EMAIL, address(organisation, one))
        .filter(objected -> purpose.isOptOut() || !objected.isBefore(agreedAt))
        .isPresent();
  }

  private PersonalValue address(OrganisationId organisation, Found one) {
    KeptField kept = one.email();
    return vault
        .get()
        .open(
            kept.captureId(),
            new DataKeyName(kept.keyId(), organisation, one.member().id(), kept.purpose()),
            kept.field());
  }

  private Addressee addressee(OrganisationId organisation, Found one) {
    return new Addressee(
        one.member().id(),
        address(organisation, one).value(),
        secrets.withdrawal(one.member().id()));
  }
}
