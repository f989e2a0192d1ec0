package org.counterfoil.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.DataKeyId;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.ErasureReason;
import org.counterfoil.domain.privacy.KeepingDuty;
import org.counterfoil.domain.privacy.LawfulBasis;
import org.counterfoil.domain.privacy.PurposeKey;
import org.jspecify.annotations.Nullable;
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

  /**
   * What is to go.
   *
   * @param purposes all that nothing forbids to erase, where missing
   */
  record ErasureWish(@Nullable List<PurposeKey> purposes, ErasureReason reasonCode) {}

  /**
   * What was erased, and what was not.
   *
   * @param position of the log at which it is recorded
   * @param keys that were destroyed, now or before, and with each all that it opened
   * @param kept what stays, and under which duty (Art. 17(3) GDPR)
   * @param inBackupsUntil the day on which the last backup that may hold the keys is gone
   */
  record Certificate(
      DataSubjectId subjectId,
      List<DataSubjectId> subjectIds,
      Instant at,
      long position,
      ErasureReason reasonCode,
      List<DestroyedKey> keys,
      List<StayingPurpose> kept,
      List<String> storesCleared,
      LocalDate inBackupsUntil) {}

  /** A key that is gone. */
  record DestroyedKey(PurposeKey purpose, DataKeyId keyId) {}

  /** What stays, and why. */
  record StayingPurpose(PurposeKey purpose, KeepingDuty duty, @Nullable LawfulBasis lawfulBasis) {}

  @PostMapping("/api/v1/privacy/{organisationId}/subjects/{subjectId}/erasure")
  @Operation(
      summary = "Erase a person, and certify it",
      description =
          "Keys and what they open are destroyed; that seats were sold stays. Without purposes, all"
              + " goes that no law or claim keeps, and the certificate names what stays. 409"
              + " KEPT_BY_LAW where a purpose is named that must stay. A vault that is away is"
              + " answered 503: repeat it.")
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
    Person person = history.of(organisationId, subjectId);
    return erasures.erase(exchange.in(organisationId).with(sent), person, sent.value());
  }
}
