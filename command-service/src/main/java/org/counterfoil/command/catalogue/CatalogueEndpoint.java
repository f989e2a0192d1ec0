package org.counterfoil.command.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.CatalogueCommand.AddProduction;
import org.counterfoil.domain.catalogue.CatalogueCommand.PlanSeason;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueRejection;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.catalogue.SeasonId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Seasons and productions. */
@RestController
@Tag(name = "Setting up")
final class CatalogueEndpoint {

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final CurrentAnswer current;

  CatalogueEndpoint(TimeOrderedIds ids, Directory directory, CurrentAnswer current) {
    this.ids = ids;
    this.directory = directory;
    this.current = current;
  }

  /** A season to be planned. */
  record SeasonWish(
      OrganisationId organisationId, @Schema(example = "Saison 2026/27") PublicLabel title) {}

  /** What is answered. */
  record PlannedSeason(SeasonId seasonId) {}

  /** A production to be added. */
  record ProductionWish(
      OrganisationId organisationId,
      @Schema(example = "Le Cid") PublicLabel title,
      @Schema(example = "Théâtre") @Nullable PublicLabel genre,
      @Nullable SeasonId seasonId,
      @Schema(example = "LIVE_SHOW") @Nullable PublicLabel taxCategory) {}

  /** What is answered. */
  record AddedProduction(ProductionId productionId) {}

  @PostMapping("/api/v1/seasons")
  @Operation(summary = "Plan a season")
  @ApiResponse(
      responseCode = "201",
      description = "Planned",
      content = @Content(schema = @Schema(implementation = PlannedSeason.class)))
  ResponseEntity<byte[]> plan(@RequestBody Sent<SeasonWish> sent, Exchange exchange) {
    SeasonWish wish = sent.value();
    exchange.access().permit(wish.organisationId());
    directory.organisation(wish.organisationId());
    SeasonId id = new SeasonId(ids.next());
    return exchange
        .in(wish.organisationId())
        .with(sent)
        .submit(
            new PlanSeason(id, wish.organisationId(), wish.title()),
            events -> Answers.created(new PlannedSeason(id)));
  }

  @PostMapping("/api/v1/productions")
  @Operation(summary = "Add a production to the catalogue")
  @ApiResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = AddedProduction.class)))
  ResponseEntity<byte[]> add(@RequestBody Sent<ProductionWish> sent, Exchange exchange) {
    ProductionWish wish = sent.value();
    exchange.access().permit(wish.organisationId());
    directory.organisation(wish.organisationId());
    SeasonId season = wish.seasonId();
    if (season != null
        && !directory.season(season).organisationId().equals(wish.organisationId())) {
      throw Problem.refused(
              CatalogueRejection.UNKNOWN_SEASON,
              "Expected a season of the organisation, but " + season + " is of another")
          .exception();
    }
    ProductionId id = new ProductionId(ids.next());
    return exchange
        .in(wish.organisationId())
        .with(sent)
        .at("/api/v1/productions/")
        .submit(
            new AddProduction(
                id, wish.organisationId(), wish.title(), wish.genre(), season, wish.taxCategory()),
            events -> Answers.created(new AddedProduction(id)));
  }

  @GetMapping("/api/v1/productions/{productionId}")
  @Operation(summary = "A production")
  ResponseEntity<ProductionAdded> get(@PathVariable ProductionId productionId) {
    return current.of(() -> directory.production(productionId));
  }
}
