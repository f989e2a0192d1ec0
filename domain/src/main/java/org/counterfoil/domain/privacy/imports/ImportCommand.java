package org.counterfoil.domain.privacy.imports;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.organisation.OrganisationId;

/** Commands about imports of people. */
public sealed interface ImportCommand extends Command {

  ImportId importId();

  @Override
  default UUID laneKey() {
    return importId().value();
  }

  /**
   * Records that a file was brought in to its end. Repeating it changes nothing.
   *
   * @param source the system that it was exported from
   * @param exportedAt when; not in the future
   * @param figures what was in it
   */
  record EndImport(
      ImportId importId,
      OrganisationId organisationId,
      SourceCode source,
      Instant exportedAt,
      ImportFigures figures)
      implements ImportCommand {}
}
