package org.counterfoil.command.privacy.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erases a person, for some purposes or for all that may go, and certifies it. */
@RestController
@Tag(name = "Personal data")
final class ErasureEndpoint {

  private final PeopleHistory history;
  private final Erasures erasures;

  ErasureEndpoint(PeopleHistory history, Erasures erasures) {
    this.history = history;
    this.erasures = erasures;
  }

  @PostMapping("/api/v1/privacy/{organisationId}/subjects/{subjectId}/erasure")
  @Operation(
      summary = "Erase a person, and certify it",
      description =
          "Keys and what they open are destroyed; that seats were sold stays. Without purposes, all"
              + " goes that no law or claim keeps, and the certificate names what stays. 409"
              + " KEPT_BY_LAW where a purpose is named that must stay. RETENTION_ENDED and"
              + " NOT_CONFIRMED are found by the system alone, and are no reasons here. A vault that"
              + " is away is answered 503: repeat it.")
  @ApiResponse(
      responseCode = "200",
      description = "The certificate",
      content = @Content(schema = @Schema(implementation = Certificate.class)))
  ResponseEntity<byte[]> erase(
      @PathVariable OrganisationId organisationId,
      @PathVariable DataSubjectId subjectId,
      @RequestBody Sent<ErasureWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    requireAsked(sent.value().reasonCode());
    Person person = history.of(organisationId, subjectId);
    return erasures.erase(exchange.in(organisationId).with(sent), person, sent.value());
  }

  /** A period that is over, and a yes that nobody confirmed, are what the system finds itself. */
  private static void requireAsked(ErasureReason reason) {
    if (!reason.isAsked()) {
      throw Problem.invalid(
              "reasonCode",
              "Expected a reason for which somebody asks, one of %s, but it is %s"
                  .formatted(
                      Stream.of(ErasureReason.values()).filter(ErasureReason::isAsked).toList(),
                      reason))
          .exception();
    }
  }
}
