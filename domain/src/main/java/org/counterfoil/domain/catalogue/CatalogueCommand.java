package org.counterfoil.domain.catalogue;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Commands about one season or production. */
public sealed interface CatalogueCommand extends Command {

  /** The stream's identifier: the season's or the production's id. */
  UUID streamId();

  @Override
  default UUID laneKey() {
    return streamId();
  }

  record PlanSeason(SeasonId seasonId, OrganisationId organisationId, PublicLabel title)
      implements CatalogueCommand {
    @Override
    public UUID streamId() {
      return seasonId.value();
    }
  }

  record AddProduction(
      ProductionId productionId,
      OrganisationId organisationId,
      PublicLabel title,
      @Nullable PublicLabel genre,
      @Nullable SeasonId seasonId,
      @Nullable PublicLabel taxCategory)
      implements CatalogueCommand {
    @Override
    public UUID streamId() {
      return productionId.value();
    }
  }
}
