package org.counterfoil.domain.catalogue;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.catalogue.CatalogueCommand.AddProduction;
import org.counterfoil.domain.catalogue.CatalogueCommand.PlanSeason;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueEvent.SeasonPlanned;

/** Decides about seasons and productions. */
public final class CatalogueDecider
    implements Decider<CatalogueCommand, CatalogueItem, CatalogueEvent> {

  @Override
  public Decision<CatalogueEvent> decide(
      CatalogueCommand command, CatalogueItem state, Instant now) {
    if (state.organisation != null) {
      return Decision.reject(
          CatalogueRejection.CATALOGUE_ITEM_EXISTS,
          "Expected a new entry of the catalogue, but " + command.streamId() + " exists");
    }
    return switch (command) {
      case PlanSeason plan ->
          Decision.accept(new SeasonPlanned(plan.seasonId(), plan.organisationId(), plan.title()));
      case AddProduction add ->
          Decision.accept(
              new ProductionAdded(
                  add.productionId(),
                  add.organisationId(),
                  add.title(),
                  add.genre(),
                  add.seasonId(),
                  add.taxCategory()));
    };
  }

  @Override
  public void evolve(CatalogueItem state, CatalogueEvent event) {
    switch (event) {
      case SeasonPlanned planned -> {
        state.organisation = planned.organisationId();
        state.title = planned.title();
      }
      case ProductionAdded added -> {
        state.organisation = added.organisationId();
        state.title = added.title();
        state.isProduction = true;
      }
    }
  }
}
