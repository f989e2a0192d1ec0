package org.counterfoil.command.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.PeopleHistory.Person;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.DataKeyId;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.ErasureReason;
import org.counterfoil.domain.privacy.KeepingDuty;
import org.counterfoil.domain.privacy.KeptPurpose;
import org.counterfoil.domain.privacy.LawfulBasis;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.PurposeKey;
import org.counterfoil.domain.privacy.RecordPeople;
import org.counterfoil.http.problem.Problem;
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
  private final PeopleActs acts;
  private final Erasing erasing;

  ErasureEndpoint(PeopleHistory history, PeopleActs acts, Erasing erasing) {
    this.history = history;
    this.acts = acts;
    this.erasing = erasing;
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
    ErasureWish wish = sent.value();
    Person person = history.of(organisationId, subjectId);
    List<KeptPurpose> kept = erasing.kept(person, wish.reasonCode());
    refuseKept(wish, kept);
    erasing.requireVault();
    List<PurposeKey> purposes = wish.purposes() == null ? List.of() : wish.purposes();
    LocalDate backups = erasing.inBackupsUntil(organisationId);
    List<RecordPeople> commands =
        person.ids().reversed().stream()
            .map(
                id ->
                    new RecordPeople(
                        null,
                        List.of(
                            erasing.command(
                                organisationId, id, purposes, kept, wish.reasonCode(), backups))))
            .toList();
    exchange.in(organisationId).with(sent);
    ResponseEntity<byte[]> stored =
        acts.submit(exchange, commands, List.of(), events -> Answers.noContent());
    return erasing.certified(
        stored, history.of(organisationId, person.id()), wish.reasonCode(), kept);
  }

  private static void refuseKept(ErasureWish wish, List<KeptPurpose> kept) {
    for (PurposeKey purpose : wish.purposes() == null ? List.<PurposeKey>of() : wish.purposes()) {
      for (KeptPurpose one : kept) {
        if (one.purpose().equals(purpose)) {
          throw Problem.refused(
                  PrivacyRejection.KEPT_BY_LAW,
                  "Expected a purpose that may be erased, but %s stays: %s"
                      .formatted(purpose, one.duty()))
              .exception();
        }
      }
    }
  }
}
