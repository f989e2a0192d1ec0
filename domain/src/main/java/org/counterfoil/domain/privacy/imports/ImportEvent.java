package org.counterfoil.domain.privacy.imports;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to an import of people. */
public sealed interface ImportEvent extends Event {

  ImportId importId();

  OrganisationId organisationId();

  /**
   * A file was brought in to its end. Who was in it is told by each person's own events.
   *
   * @param source the system that it was exported from
   * @param exportedAt when
   * @param figures what was in it
   */
  @EventType(name = "people.imported", revision = 1)
  record PeopleImported(
      ImportId importId,
      OrganisationId organisationId,
      SourceCode source,
      Instant exportedAt,
      ImportFigures figures)
      implements ImportEvent {}
}
