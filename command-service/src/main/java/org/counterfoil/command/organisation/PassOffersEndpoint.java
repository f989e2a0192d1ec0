package org.counterfoil.command.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.OrganisationSettings;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.pass.PassOffersCommand.SetPassOffers;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Passes that are sold. */
@RestController
@Tag(name = "Setting up")
final class PassOffersEndpoint {

  private final Directory directory;
  private final OrganisationSettings settings;

  PassOffersEndpoint(Directory directory, OrganisationSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** The passes that it sells. */
  record PassOffers(List<PassOfferWish> offers) {}

  /**
   * Passes to be sold; see {@link PassOffer} for the fields.
   *
   * @param channels where it is sold; everywhere where missing
   * @param roles who may sell it; everybody where missing, buyers included
   */
  record PassOfferWish(
      @Schema(example = "TEN-2027") PassOfferCode pass,
      @Schema(example = "Carte 10 places") PublicLabel name,
      @Schema(example = "10") int uses,
      @Schema(example = "1800") long useMinor,
      @Schema(example = "5.5") TaxRate taxRate,
      @Schema(example = "2") @Nullable Integer usesPerPerformance,
      @Schema(example = "365") @Nullable Integer validDays,
      @Schema(example = "null") @Nullable Instant validUntil,
      @Nullable Set<SalesChannel> channels,
      @Nullable Set<Role> roles) {

    private static PassOfferWish of(PassOffer offer) {
      return new PassOfferWish(
          offer.pass(),
          offer.name(),
          offer.uses(),
          offer.useMinor(),
          offer.taxRate(),
          offer.usesPerPerformance(),
          offer.validDays(),
          offer.validUntil(),
          offer.channels(),
          offer.roles());
    }

    private PassOffer offer() {
      return new PassOffer(
          pass,
          name,
          uses,
          useMinor,
          taxRate,
          usesPerPerformance,
          validDays,
          validUntil,
          channels == null ? Set.of() : channels,
          roles == null ? Set.of() : roles);
    }
  }

  @PutMapping("/api/v1/organisations/{organisationId}/pass-offers")
  @Operation(
      summary = "Say which passes are sold from now on",
      description =
          "A pass has a number of uses, each worth the same, and is sold for all of them. A price type"
              + " of a performance that names it in its pass is paid with one use a ticket, and with"
              + " nothing else. The rate is known, so that tax is due when the pass is paid. Passes"
              + " that were sold stay as they were. 400 INVALID_PASS_OFFER, PASS_OFFER_REPEATED.")
  @ApiResponse(
      responseCode = "200",
      description = "Set",
      content = @Content(schema = @Schema(implementation = PassOffers.class)))
  ResponseEntity<byte[]> setPassOffers(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<PassOffers> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    directory.organisation(organisationId);
    List<PassOffer> offers = sent.value().offers().stream().map(PassOfferWish::offer).toList();
    EventSize.check("offers", offers);
    return exchange
        .in(organisationId)
        .with(sent)
        .submit(new SetPassOffers(organisationId, offers), events -> Answers.ok(sent.value()));
  }

  @GetMapping("/api/v1/organisations/{organisationId}/pass-offers")
  @Operation(summary = "The passes that are sold now")
  PassOffers passOffers(@PathVariable OrganisationId organisationId) {
    directory.organisation(organisationId);
    return new PassOffers(
        settings.passesOf(organisationId).all().stream().map(PassOfferWish::of).toList());
  }
}
