package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.catalogue.CatalogueDecider;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.catalogue.CatalogueItem;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of a season or a production. */
@AggregateRoot(type = CatalogueAggregate.TYPE)
public final class CatalogueAggregate extends Shell<CatalogueItem> {

  static final String TYPE = "catalogue";
  private static final CatalogueDecider DECIDER = new CatalogueDecider();

  public CatalogueAggregate(UUID id) {
    super(id, new CatalogueItem());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (CatalogueEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((CatalogueEvent) event).organisationId();
  }
}
