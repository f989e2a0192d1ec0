package org.counterfoil.domain.catalogue;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What happened to seasons and productions. Each is a stream of its own. */
public sealed interface CatalogueEvent extends Event {

  OrganisationId organisationId();

  @EventType(name = "season.planned", revision = 1)
  record SeasonPlanned(SeasonId seasonId, OrganisationId organisationId, PublicLabel title)
      implements CatalogueEvent {}

  /**
   * A production was added to the catalogue.
   *
   * @param taxCategory what decides its tax rates; the rate itself is decided with each price
   */
  @EventType(name = "production.added", revision = 1)
  record ProductionAdded(
      ProductionId productionId,
      OrganisationId organisationId,
      PublicLabel title,
      @Nullable PublicLabel genre,
      @Nullable SeasonId seasonId,
      @Nullable PublicLabel taxCategory)
      implements CatalogueEvent {}
}
