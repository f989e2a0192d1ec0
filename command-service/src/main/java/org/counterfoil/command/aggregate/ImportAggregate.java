package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.Import;
import org.counterfoil.domain.privacy.imports.ImportDecider;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.jspecify.annotations.Nullable;

/** The shell of one import of people. */
@AggregateRoot(type = ImportAggregate.TYPE)
public final class ImportAggregate extends Shell<Import> {

  static final String TYPE = "import";
  private static final ImportDecider DECIDER = new ImportDecider();

  public ImportAggregate(UUID id) {
    super(id, new Import());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (ImportEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((ImportEvent) event).organisationId();
  }
}
